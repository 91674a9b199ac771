using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.CheckpointFiles;

public sealed class StrictLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vqganbot-loader-");
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    [Fact]
    public void Load_HalfIntoSingle_ConvertsExactly()
    {
        Linear linear = nn.Linear(3, 2);
        Tensor weight = torch.randn(2, 3).to(ScalarType.Float16);
        using Checkpoint checkpoint = Write(("weight", weight), ("bias", torch.ones(2)));
        StrictLoader.Load(linear, checkpoint);
        Assert.Equal(ScalarType.Float32, linear.weight!.dtype);
        Assert.True(linear.weight.requires_grad);
        Assert.Equal(weight.to(ScalarType.Float32).data<float>().ToArray(), linear.weight.detach().data<float>().ToArray());
        Assert.Equal(new float[] { 1, 1 }, linear.bias!.detach().data<float>().ToArray());
    }

    [Fact]
    public void Load_MissingKey_NamesItAndTheFile()
    {
        using Checkpoint checkpoint = Write(("weight", torch.ones(2, 3)));
        CheckpointException fault = Assert.Throws<CheckpointException>(() => StrictLoader.Load(nn.Linear(3, 2), checkpoint));
        Assert.Equal("bias", fault.Key);
        Assert.Contains(checkpoint.File, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_KeyTooMany_IsRefusedUnlessIgnored()
    {
        using Checkpoint checkpoint = Write(("weight", torch.ones(2, 3)), ("bias", torch.ones(2)), ("loss.x", torch.ones(1)));
        Assert.Equal("loss.x", Assert.Throws<CheckpointException>(() => StrictLoader.Load(nn.Linear(3, 2), checkpoint)).Key);
        StrictLoader.Load(nn.Linear(3, 2), checkpoint, key => key.StartsWith("loss.", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_OtherShape_NamesBothAndChangesNothing()
    {
        Linear linear = nn.Linear(3, 2);
        float[] before = linear.bias!.detach().data<float>().ToArray();
        using Checkpoint checkpoint = Write(("weight", torch.ones(2, 4)), ("bias", torch.ones(2)));
        CheckpointException fault = Assert.Throws<CheckpointException>(() => StrictLoader.Load(linear, checkpoint));
        Assert.Equal("weight", fault.Key);
        Assert.Contains("[2, 4] instead of [2, 3]", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, linear.bias.detach().data<float>().ToArray());
    }

    [Fact]
    public void Load_ManyKeysMissing_NamesFiveAndCountsTheRest()
    {
        using Checkpoint checkpoint = Write(("none", torch.ones(1)));
        nn.Module<Tensor, Tensor> network = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)), ("c", nn.Linear(2, 2)), ("d", nn.Linear(2, 2)));
        CheckpointException fault = Assert.Throws<CheckpointException>(() => StrictLoader.Load(network, checkpoint));
        Assert.Contains("a.bias, a.weight, b.bias, b.weight, c.bias and 3 more", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Delete(recursive: true);
    }

    private Checkpoint Write(params (string Key, Tensor Value)[] tensors)
    {
        string path = Path.Combine(_folder.FullName, "x.safetensors");
        SafetensorsWriter.Write(path, tensors.Select(tensor => new KeyValuePair<string, Tensor>(tensor.Key, tensor.Value)));
        return Checkpoint.Open(path);
    }
}
