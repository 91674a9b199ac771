using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>A painter's networks with random weights, small enough to paint a step in milliseconds; each call makes the same ones.</summary>
internal static class TinyPack
{
    public const int Factor = 4;

    public static ModelPack Create(int clips = 1)
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(5);
        VqganModel vqgan = new(new VqganConfig
        {
            Target = "taming.models.vqgan.VQModel", EmbedDim = 8, NEmbed = 24, ZChannels = 8, Resolution = 32,
            Channels = 32, ChannelMultipliers = [1, 1, 1], ResBlocks = 1, AttentionResolutions = [],
        });
        using (no_grad())
            vqgan.codebook.copy_(randn([24, 8]));
        ClipModel[] eyes = [.. Enumerable.Range(0, clips).Select(i => new ClipModel(new ClipConfig(
            12 + i, new VisionTransformerConfig(16 + (8 * i), 8, 32, 1), new ClipTextConfig(8, 514, 32, 1))))];
        return new ModelPack(
            new ModelPackManifest { Name = "tiny", Vqgan = "", VqganConfig = "", Clip = [""], Tokenizer = "" }, vqgan, eyes, Tokenizer(), CPU);
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
