using TorchSharp;
using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.CheckpointFiles;

public sealed class SafetensorsWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vqganbot-writer-");
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    private string Target => Path.Combine(_folder.FullName, "made", "x.safetensors");

    [Fact]
    public void Write_EveryKindOfTensor_ReadsBackEqual()
    {
        Dictionary<string, Tensor> tensors = ReadKinds();
        SafetensorsWriter.Write(Target, tensors, new Dictionary<string, string> { ["made"] = "by \"a\" test" });
        using Checkpoint again = Checkpoint.Open(Target);
        Assert.Equal("by \"a\" test", again.Metadata["made"]);
        Assert.Equal(Fixture.Expected("expected.json", "kinds.zip.pt"), again.Tensors.Keys.ToDictionary(key => key, key => Fixture.Describe(again.Read(key))));
    }

    [Fact]
    public void Write_InAnotherOrder_GivesTheSameBytes()
    {
        Dictionary<string, Tensor> tensors = ReadKinds();
        SafetensorsWriter.Write(Target, tensors);
        byte[] first = File.ReadAllBytes(Target);
        SafetensorsWriter.Write(Target, tensors.Reverse());
        Assert.Equal(first, File.ReadAllBytes(Target));
    }

    [Fact]
    public void Write_TransposedView_StoresItsOwnOrder()
    {
        Tensor turned = torch.tensor(new float[] { 1, 2, 3, 4, 5, 6 }, new long[] { 2, 3 }).t();
        SafetensorsWriter.Write(Target, [new("t", turned)]);
        using Checkpoint again = Checkpoint.Open(Target);
        Assert.Equal(new float[] { 1, 4, 2, 5, 3, 6 }, again.Read("t").data<float>().ToArray());
    }

    [Fact]
    public void Write_NameTwice_LeavesTheOldFileAlone()
    {
        SafetensorsWriter.Write(Target, [new("a", torch.ones(2))]);
        byte[] before = File.ReadAllBytes(Target);
        Assert.Throws<CheckpointException>(() => SafetensorsWriter.Write(Target, [new("b", torch.ones(3)), new("b", torch.ones(4))]));
        Assert.Equal(before, File.ReadAllBytes(Target));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Write_WhereNoFileCanBe_SaysSo() =>
        Assert.Throws<CheckpointException>(() => SafetensorsWriter.Write(_folder.FullName, [new("a", torch.ones(2))]));

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, Tensor> ReadKinds()
    {
        using Checkpoint checkpoint = Checkpoint.Open(Fixture.Path("kinds.zip.pt"));
        return checkpoint.Tensors.Keys.ToDictionary(key => key, checkpoint.Read);
    }
}
