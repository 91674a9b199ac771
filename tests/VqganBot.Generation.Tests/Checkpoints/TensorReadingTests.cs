using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Tests.Verification;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.CheckpointFiles;

public sealed class TensorReadingTests
{
    [Theory]
    [InlineData("kinds.safetensors")]
    [InlineData("kinds.zip.pt")]
    [InlineData("kinds.stream.pt")]
    [InlineData("training.zip.pt")]
    [InlineData("script.pt")]
    public void Read_EveryKindOfTensor_IsThatOfPyTorch(string name) => AssertEqual(Fixture.Path(name), Fixture.Expected("expected.json", name));

    [Theory]
    [InlineData("clip_vit/torchscript.pt")]
    [InlineData("clip_vit/state_dict.pt")]
    [InlineData("clip_resnet/torchscript.pt")]
    [InlineData("clip_resnet/state_dict.pt")]
    [InlineData("gpt/state_dict.pt")]
    [InlineData("vqgan/model.ckpt")]
    [InlineData("vqgan_gumbel/model.ckpt")]
    public void Read_GoldenFile_IsThatOfPyTorch(string name) => AssertEqual(Golden.Shared("golden/" + name), Fixture.Expected("golden.json", name));

    [Fact]
    public void Read_UnknownKey_NamesIt()
    {
        using Checkpoint checkpoint = Checkpoint.Open(Fixture.Path("kinds.zip.pt"));
        Assert.Equal("none", Assert.Throws<CheckpointException>(() => checkpoint.Read("none")).Key);
    }

    [Fact]
    public void Read_Tensor_OutlivesTheFile()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Checkpoint checkpoint = Checkpoint.Open(Fixture.Path("kinds.safetensors"));
        Tensor tensor = checkpoint.Read("scalar");
        checkpoint.Dispose();
        Assert.Equal(2.5f, tensor.item<float>());
    }

    private static void AssertEqual(string path, Dictionary<string, string> expected)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Checkpoint checkpoint = Checkpoint.Open(path);
        Assert.Equal(expected, checkpoint.Tensors.Keys.ToDictionary(key => key, key => Fixture.Describe(checkpoint.Read(key))));
    }
}
