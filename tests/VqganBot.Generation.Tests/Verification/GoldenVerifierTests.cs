using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Verification;

namespace VqganBot.Generation.Tests.Verification;

public sealed class GoldenVerifierTests
{
    [Theory]
    [InlineData("clip_open", "CLIP, vision transformer", 6)]
    [InlineData("clip_hf16", "CLIP, vision transformer", 6)]
    [InlineData("clip_rn", "CLIP, ResNet", 6)]
    [InlineData("vqgan_wide", "VQGAN", 8)]
    [InlineData("vqgan_patch16", "VQGAN", 8)]
    [InlineData("vqgan_gumbel", "VQGAN, Gumbel", 9)]
    [InlineData("gpt", "GPT", 3)]
    [InlineData("loop_adamw", "loop", 6)]
    [InlineData("loop_small", "loop", 6)]
    public void Verify_CommittedFolder_AgreesWithEveryArray(string folder, string kind, int arrays)
    {
        GoldenReport report = Assert.Single(GoldenVerifier.Verify(Golden.Committed(folder)));

        Assert.Equal(kind, report.Kind);
        AssertAgrees(report);
        Assert.Equal(arrays, report.Checks.Count);
    }

    [Theory]
    [InlineData("clip_vit", 2)]
    [InlineData("clip_resnet", 2)]
    [InlineData("clip_vit_hf", 1)]
    [InlineData("vqgan", 1)]
    [InlineData("vqgan_gumbel", 1)]
    [InlineData("gpt", 1)]
    [InlineData("loop", 1)]
    [InlineData("tokenizer", 1)]
    public void Verify_OriginalCodesFolder_AgreesWithEveryArray(string folder, int weights)
    {
        GoldenReport[] reports = [.. GoldenVerifier.Verify(Golden.Shared($"golden/{folder}"))];

        Assert.Equal(weights, reports.Length);
        Assert.All(reports, AssertAgrees);
    }

    [Fact]
    public void Verify_OneWeightChanged_NamesTheArraysThatDiffer()
    {
        using var folder = new TemporaryFolder();
        folder.With(Golden.Committed("vqgan_patch16"), "weights.safetensors");
        using (Checkpoint original = Checkpoint.Open(Path.Combine(Golden.Committed("vqgan_patch16"), "weights.safetensors")))
        {
            SafetensorsWriter.Write(folder["weights.safetensors"], original.Tensors.Keys.Select(key =>
            {
                torch.Tensor tensor = original.Read(key);
                return KeyValuePair.Create(key, key == "decoder.conv_out.bias" ? tensor + 0.01 : tensor);
            }));
        }

        GoldenReport report = Assert.Single(GoldenVerifier.Verify(folder.Root));

        Assert.False(report.Passed);
        Assert.Contains(report.Checks, check => check.Array == "reconstruction" && !check.Passed);
        Assert.All(report.Checks.Where(check => check.Array is "latent" or "indices" or "quantized"), check => Assert.True(check.Passed));
    }

    [Fact]
    public void Verify_IndexChanged_Fails()
    {
        using var folder = new TemporaryFolder();
        folder.With(Golden.Committed("vqgan_patch16"), "io.safetensors");
        using (Checkpoint original = Checkpoint.Open(Path.Combine(Golden.Committed("vqgan_patch16"), "io.safetensors")))
        {
            SafetensorsWriter.Write(folder["io.safetensors"], original.Tensors.Keys.Select(key =>
                KeyValuePair.Create(key, key == "z_indices" ? (original.Read(key) + 1).remainder(50) : original.Read(key))));
        }

        GoldenReport report = Assert.Single(GoldenVerifier.Verify(folder.Root));

        GoldenCheck check = Assert.Single(report.Checks, check => !check.Passed);
        Assert.Equal("z_indices", check.Array);
        Assert.Contains("unequal", check.Note);
    }

    [Fact]
    public void Verify_FolderWithoutAnything_SaysWhatWouldDo()
    {
        using var folder = new TemporaryFolder();

        var e = Assert.Throws<VerificationException>(() => GoldenVerifier.Verify(folder.Root).ToArray());

        Assert.Contains("no weights", e.Message);
        Assert.Equal(folder.Root, e.Folder);
    }

    [Fact]
    public void Verify_ClipWithoutArraysAndTwin_SaysSo()
    {
        using var parent = new TemporaryFolder();
        string folder = Directory.CreateDirectory(parent["lonely"]).FullName;
        foreach (string file in new[] { "model.safetensors", "config.json" })
            File.Copy(Path.Combine(Golden.Committed("clip_hf16"), file), Path.Combine(folder, file));

        var e = Assert.Throws<VerificationException>(() => GoldenVerifier.Verify(folder).ToArray());

        Assert.Contains("no io.safetensors", e.Message);
    }

    [Fact]
    public void Verify_ClipWithoutArrays_TakesThoseOfTheTwinBesideIt()
    {
        using var parent = new TemporaryFolder();
        foreach ((string name, string[] files) in new[] { ("a", new[] { "model.safetensors", "config.json", "io.safetensors" }), ("b", ["model.safetensors", "config.json"]) })
        {
            string folder = Directory.CreateDirectory(parent[name]).FullName;
            foreach (string file in files)
                File.Copy(Path.Combine(Golden.Committed("clip_hf16"), file), Path.Combine(folder, file));
        }

        GoldenReport report = Assert.Single(GoldenVerifier.Verify(parent["b"]));

        AssertAgrees(report);
        Assert.Contains("arrays of a", report.Kind);
    }

    private static void AssertAgrees(GoldenReport report)
    {
        Assert.All(report.Checks, check => Assert.True(check.Passed, $"{report.Folder}: {check}"));
        Assert.True(report.Passed);
        Assert.Empty(report.NotCompared);
    }
}
