using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>A painter's networks with random weights, small enough to paint a step in milliseconds; each call makes the same ones.</summary>
internal static class TinyPack
{
    public const int Factor = 4;

    public static ModelPack Create(int clips = 1, int embedDim = 8)
    {
        using DisposeScope scope = NewDisposeScope();
        VqganModel vqgan = new(new VqganConfig
        {
            Target = "taming.models.vqgan.VQModel", EmbedDim = embedDim, NEmbed = 24, ZChannels = 8, Resolution = 32,
            Channels = 32, ChannelMultipliers = [1, 1, 1], ResBlocks = 1, AttentionResolutions = [],
        });
        ClipModel[] eyes = [.. Enumerable.Range(0, clips).Select(i => new ClipModel(new ClipConfig(
            12 + i, new VisionTransformerConfig(16 + (8 * i), 8, 32, 1), new ClipTextConfig(8, 514, 32, 1))))];
        foreach (nn.Module network in new nn.Module[] { vqgan }.Concat(eyes))
            Fill(network);
        return new ModelPack(
            new ModelPackManifest { Name = "tiny", Vqgan = "", VqganConfig = "", Clip = [""], Tokenizer = "" }, vqgan, eyes, Tokenizer(), CPU);
    }

    // From a generator of its own: tests in parallel share the default one. Weights keep the scale of what flows through
    // them, biases are 0, gains (of one dimension, named weight) 1.
    private static void Fill(nn.Module network)
    {
        using IDisposable still = no_grad();
        using Generator generator = new(5, CPU);
        foreach ((string name, Parameter weight) in network.named_parameters())
        {
            bool isGain = weight.shape.Length == 1 && name.EndsWith("weight", StringComparison.Ordinal);
            double scale = name.EndsWith("bias", StringComparison.Ordinal) ? 0 : 1 / Math.Sqrt(Math.Max(1, weight.numel() / Math.Max(1, weight.shape.FirstOrDefault())));
            weight.copy_(isGain ? ones(weight.shape) : randn(weight.shape, float32, CPU, false, generator) * scale);
        }
    }

    // No merges: each byte is a token, which leaves 256 + 256 + 2 of them.
    private static ClipTokenizer Tokenizer()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "no merges\n");
            return ClipTokenizer.FromMerges(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
