using VqganBot.Generation.Checkpoints;

namespace VqganBot.Tests.Checkpoints;

public sealed class CheckpointReadingTests
{
    [Theory]
    [InlineData("kinds.safetensors", "safetensors")]
    [InlineData("kinds.zip.pt", "PyTorch zip")]
    [InlineData("kinds.zip.protocol3.pt", "PyTorch zip")]
    [InlineData("kinds.zip.protocol4.pt", "PyTorch zip")]
    [InlineData("kinds.zip.protocol5.pt", "PyTorch zip")]
    [InlineData("kinds.stream.pt", "PyTorch stream")]
    [InlineData("kinds.stream.protocol4.pt", "PyTorch stream")]
    [InlineData("training.zip.pt", "PyTorch zip")]
    [InlineData("training.stream.pt", "PyTorch stream")]
    [InlineData("model_wrapped.pt", "PyTorch zip")]
    [InlineData("script.pt", "TorchScript")]
    public void Open_FileOfPyTorch_HasTheSameTensors(string name, string format)
    {
        using var checkpoint = Checkpoint.Open(Fixture.Path(name));
        Assert.Equal(format, checkpoint.Format);
        Fixture.AssertEqual(Fixture.Expected("expected.json")[name], checkpoint);
    }

    [Theory]
    [InlineData("clip_vit/torchscript.pt")]
    [InlineData("clip_vit/state_dict.pt")]
    [InlineData("clip_resnet/torchscript.pt")]
    [InlineData("clip_resnet/state_dict.pt")]
    [InlineData("gpt/state_dict.pt")]
    [InlineData("vqgan/model.ckpt")]
    [InlineData("vqgan_gumbel/model.ckpt")]
    public void Open_GoldenFile_HasTheSameTensors(string name)
    {
        using var checkpoint = Checkpoint.Open(Fixture.Golden(name));
        Fixture.AssertEqual(Fixture.Expected("golden.json")[name], checkpoint);
    }

    [Theory]
    [InlineData("clip_vit/io.safetensors")]
    [InlineData("clip_vit_hf/model.safetensors")]
    [InlineData("loop/io.safetensors")]
    public void Open_GoldenSafetensors_ReadsEveryTensor(string name)
    {
        using var checkpoint = Checkpoint.Open(Fixture.Golden(name));
        Assert.NotEmpty(checkpoint.Tensors);
        Assert.All(checkpoint.Tensors.Keys, key => Fixture.Digest(checkpoint, key));
    }
}
