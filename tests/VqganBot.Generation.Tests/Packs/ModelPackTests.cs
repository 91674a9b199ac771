using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Clip;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Tests.Vqgan;

namespace VqganBot.Generation.Tests.Packs;

public sealed class ModelPackTests
{
    private const string Manifest = """
        { "name": "tiny", "vqgan": "vqgan.safetensors", "vqganConfig": "vqgan.yaml", "clip": ["clip.safetensors"], "tokenizer": "merges.txt",
          "defaultSize": [64, 32], "defaultSteps": 7, "somethingNew": 1 }
        """;

    [Fact]
    public void Load_CompletePack_HoldsItsParts()
    {
        using var folder = new TemporaryFolder();
        Write(folder, vocabulary: 516);

        using ModelPack pack = ModelPack.Load(folder.Root, torch.CPU);

        Assert.Equal(("tiny", 7), (pack.Manifest.Name, pack.Manifest.DefaultSteps));
        Assert.Equal([64, 32], pack.Manifest.DefaultSize);
        Assert.Equal(pack.Tokenizer.VocabSize, Assert.Single(pack.Clips).Config.VocabSize);
        Assert.Equal([40, 6], pack.Vqgan.codebook.shape);
    }

    [Fact]
    public void Load_FilesMissing_NamesThemAll()
    {
        using var folder = new TemporaryFolder();
        Write(folder, vocabulary: 516);
        File.Delete(folder["clip.safetensors"]);
        File.Delete(folder["merges.txt"]);

        var e = Assert.Throws<ModelPackException>(() => ModelPack.Load(folder.Root, torch.CPU));

        Assert.Contains("clip.safetensors", e.Message);
        Assert.Contains("merges.txt", e.Message);
        Assert.DoesNotContain("vqgan.yaml", e.Message);
    }

    [Fact]
    public void Load_TokenizerOfAnotherSize_SaysSo()
    {
        using var folder = new TemporaryFolder();
        Write(folder, vocabulary: 600);

        var e = Assert.Throws<ModelPackException>(() => ModelPack.Load(folder.Root, torch.CPU));

        Assert.Contains("600", e.Message);
        Assert.Contains("516", e.Message);
    }

    [Theory]
    [InlineData(null, "no pack.json")]
    [InlineData("{ \"name\": ", "pack.json is not what")]
    [InlineData("{ \"name\": \"x\" }", "vqgan")]
    [InlineData("null", "null")]
    public void Read_UnusableManifest_SaysWhatIsWrong(string? text, string expected)
    {
        using var folder = new TemporaryFolder();
        if (text is not null)
            File.WriteAllText(folder["pack.json"], text);

        var e = Assert.Throws<ModelPackException>(() => ModelPackManifest.Read(folder.Root));

        Assert.Contains(expected, e.Message);
    }

    [Fact]
    public void ToJson_Manifest_ReadsBackTheSame()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["pack.json"], Manifest);
        ModelPackManifest manifest = ModelPackManifest.Read(folder.Root);

        File.WriteAllText(folder["pack.json"], manifest.ToJson());

        Assert.Equal(manifest.ToJson(), ModelPackManifest.Read(folder.Root).ToJson());
    }

    internal static void Write(TemporaryFolder folder, int vocabulary)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipConfig clip = TinyClip.ViT with { Text = TinyClip.Text with { VocabSize = vocabulary } };
        File.WriteAllText(folder["pack.json"], Manifest);
        File.WriteAllText(folder["merges.txt"], "#version: 0.2\na b\nab c</w>\n");
        File.WriteAllText(folder["vqgan.yaml"], TinyVqgan.Plain.ToYaml());
        SafetensorsWriter.Write(folder["vqgan.safetensors"], TinyVqgan.Fresh(TinyVqgan.Plain).state_dict());
        SafetensorsWriter.Write(folder["clip.safetensors"], TinyClip.Fresh(clip).state_dict(), clip.ToMetadata());
    }
}
