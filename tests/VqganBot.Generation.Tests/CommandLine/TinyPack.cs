using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>A pack of random weights so small that a step takes milliseconds.</summary>
internal static class TinyPack
{
    private const string Merges = "#version: 0.2\nc h\nch i\ns u\n";

    /// <param name="prior">Whether it can draft: pictures of 16x16.</param>
    public static void Write(string folder, bool prior = false)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "merges.txt"), Merges);
        var tokenizer = ClipTokenizer.FromMerges(Path.Combine(folder, "merges.txt"));
        torch.manual_seed(5);
        WriteVqgan(folder);
        using var clip = new ClipModel(new ClipConfig(16, new VisionTransformerConfig(32, 8, 64, 1), new ClipTextConfig(77, tokenizer.VocabSize, 64, 1)));
        SafetensorsWriter.Write(Path.Combine(folder, "clip.safetensors"), clip.state_dict());
        if (prior)
        {
            using var drafting = new Prior(new PriorConfig(32, 4, 4, 16, Layers: 1, Heads: 2, Width: 16));
            SafetensorsWriter.Write(Path.Combine(folder, "prior.safetensors"), drafting.state_dict(), drafting.Config.ToMetadata());
        }

        var manifest = new ModelPackManifest
        {
            Name = Path.GetFileName(folder), Vqgan = "vqgan.safetensors", VqganConfig = "vqgan.yaml", Clip = ["clip.safetensors"], Tokenizer = "merges.txt",
            Prior = prior ? "prior.safetensors" : null, DefaultSize = [48, 32], DefaultSteps = 6, DefaultPreset = "best",
        };
        File.WriteAllText(Path.Combine(folder, "pack.json"), manifest.ToJson());
    }

    private static void WriteVqgan(string folder)
    {
        var config = new VqganConfig
        {
            Target = "taming.models.vqgan.VQModel", EmbedDim = 8, NEmbed = 32, ZChannels = 8, Resolution = 32,
            Channels = 32, ChannelMultipliers = [1, 1, 1], ResBlocks = 1, AttentionResolutions = [8],
        };
        File.WriteAllText(Path.Combine(folder, "vqgan.yaml"), config.ToYaml());
        using var vqgan = new VqganModel(config);
        SafetensorsWriter.Write(Path.Combine(folder, "vqgan.safetensors"), vqgan.state_dict());
    }
}
