using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Checkpoints.Formats;

namespace VqganBot.Tests.Checkpoints;

public sealed class CheckpointViewTests
{
    [Fact]
    public void Renamed_DropsAndRenames_ReadsTheSameBytes()
    {
        using var checkpoint = Checkpoint.Open(Fixture.Path("kinds.safetensors"));
        var view = checkpoint.Renamed(key => key.StartsWith("block.", StringComparison.Ordinal) ? key["block.".Length..] : null);
        Assert.Equal(["0.weight"], view.Tensors.Keys);
        Assert.Equal("0.weight", view.Tensors["0.weight"].Key);
        Assert.Equal(Fixture.Digest(checkpoint, "block.0.weight").ToString(), Fixture.Digest(view, "0.weight").ToString());
    }

    [Fact]
    public void Renamed_TwoKeysToOneName_IsRefused()
    {
        using var checkpoint = Checkpoint.Open(Fixture.Path("kinds.safetensors"));
        Assert.Throws<CheckpointException>(() => checkpoint.Renamed(_ => "same"));
    }

    [Fact]
    public void Metadata_OfBothKinds_IsRead()
    {
        using var tensors = Checkpoint.Open(Fixture.Path("kinds.safetensors"));
        Assert.Equal("make_checkpoints.py", tensors.Metadata["made by"]);
        using var training = Checkpoint.Open(Fixture.Path("training.stream.pt"));
        Assert.Equal("1200", training.Metadata["global_step"]);
        Assert.Equal("n", training.Metadata["note"]);
    }

    [Fact]
    public void Layout_SameTensorsInAnotherOrder_GivesTheSameHeader()
    {
        using var checkpoint = Checkpoint.Open(Fixture.Path("kinds.safetensors"));
        var metadata = new Dictionary<string, string> { ["b"] = "ä \"", ["a"] = "1" };
        var one = SafetensorsLayout.Of("x", checkpoint.Tensors.Values, metadata);
        var other = SafetensorsLayout.Of("x", checkpoint.Tensors.Values.Reverse(), metadata.Reverse().ToDictionary());
        Assert.Equal(one.Header, other.Header);
        Assert.Equal(0, one.Header.Length % 8);

        using var folder = new TemporaryFolder();
        var bytes = one.Header.ToList();
        foreach (var info in one.Order)
        {
            var data = new byte[info.ByteCount];
            checkpoint.CopyTo(info.Key, data);
            bytes.AddRange(data);
        }

        using var written = Checkpoint.Open(folder.Write("written.safetensors", [.. bytes]));
        Assert.Equal(metadata, written.Metadata);
        Fixture.AssertEqual(Fixture.Expected("expected.json")["kinds.safetensors"], written);
    }

    [Theory]
    [InlineData("clip_vit/torchscript.pt", CheckpointKind.ClipVit, "3 layers and patches of")]
    [InlineData("clip_vit_hf/model.safetensors", CheckpointKind.ClipVit, "Hugging Face")]
    [InlineData("clip_resnet/state_dict.pt", CheckpointKind.ClipResNet, "4 stages")]
    [InlineData("vqgan/model.ckpt", CheckpointKind.VqModel, "256 codes of length 32, 3 levels")]
    [InlineData("vqgan_gumbel/model.ckpt", CheckpointKind.GumbelVq, "128 codes of length 32, 2 levels")]
    [InlineData("gpt/state_dict.pt", CheckpointKind.Gpt, "a GPT over")]
    [InlineData("clip_vit/io.safetensors", CheckpointKind.Unknown, "no network")]
    public void Inspect_GoldenFile_SaysWhatItIs(string name, CheckpointKind kind, string description)
    {
        var report = CheckpointInspector.Inspect(Fixture.Golden(name));
        Assert.Equal(kind, report.Kind);
        Assert.Contains(description, report.Description, StringComparison.Ordinal);
        Assert.InRange(report.ByteCount, 1, report.FileLength);
        Assert.Equal(report.Tensors.Sum(tensor => tensor.ElementCount), report.ElementCount);
    }
}
