using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.CheckpointFiles;

/// <summary>How weights come from a file into a network: used where they lie, or converted; and that nothing is drawn before.</summary>
public sealed class WeightLoadingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vqganbot-weights-");

    private string File => Path.Combine(_folder.FullName, "weights.safetensors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_SameType_UsesTheFileItselfForAsLongAsTheNetworkLives()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor weight = randn(300, 200);
        SafetensorsWriter.Write(File, [KeyValuePair.Create("weight", weight)]);
        Linear linear = nn.Linear(200, 300, false);
        using (Checkpoint file = Checkpoint.Open(File))
            StrictLoader.Load(linear, file);

        Assert.True(IsMapped());
        using (Tensor seen = linear.weight.detach())
            Assert.Equal(weight.data<float>().ToArray(), seen.data<float>().ToArray());
        linear.Dispose();
        Assert.False(IsMapped());
    }

    [Fact]
    public void Load_ThenTrained_LeavesTheFileAsItIs()
    {
        using DisposeScope scope = NewDisposeScope();
        SafetensorsWriter.Write(File, [KeyValuePair.Create("weight", ones(30, 20))]);
        Linear linear = nn.Linear(20, 30, false);
        using (Checkpoint file = Checkpoint.Open(File))
            StrictLoader.Load(linear, file);

        using (no_grad())
            linear.weight.mul_(3);

        using Checkpoint again = Checkpoint.Open(File);
        Assert.Equal(600, again.Read("weight").sum().item<float>());
        Assert.Equal(1800, linear.weight.sum().item<float>());
    }

    [Fact]
    public void Load_HalfOfManyPieces_ConvertsThemAll()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor weight = randn(501, 199).to(ScalarType.Float16); // three pieces and a rest
        SafetensorsWriter.Write(File, [KeyValuePair.Create("weight", weight)]);
        Linear linear = nn.Linear(199, 501, false);
        using Checkpoint file = Checkpoint.Open(File);

        StrictLoader.Load(linear, file);

        Assert.Equal(weight.to(float32).data<float>().ToArray(), linear.weight.detach().data<float>().ToArray());
    }

    [Fact]
    public void SkipInitialization_OnItsThread_DrawsNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(1);
        float expected = rand(1).item<float>();

        random.manual_seed(1);
        using (TorchRuntime.SkipInitialization())
        {
            nn.Linear(3, 4);
            nn.Conv2d(2, 3, 3);
            nn.Embedding(5, 6);
        }

        Assert.Equal(expected, rand(1).item<float>());
        Assert.NotEqual(0, nn.Linear(3, 4).weight.abs().sum().item<float>());
    }

    private bool IsMapped() => System.IO.File.ReadLines("/proc/self/maps").Any(line => line.Contains(File, StringComparison.Ordinal));
}
