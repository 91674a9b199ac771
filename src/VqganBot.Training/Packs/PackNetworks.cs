using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Training.Packs;

/// <summary>The sizes of the built-in pack's networks.</summary>
internal static class PackNetworks
{
    public const string Plain = "taming.models.vqgan.VQModel";

    public const string Gumbel = "taming.models.vqgan.GumbelVQ";

    public const int ClipWidth = 16;

    /// <summary>A factor of 8: 64×64 pixels become 8×8 codes out of 512. The 2×2 patch stem halves the cost of the widest level.</summary>
    public static VqganConfig Vqgan { get; } = new()
    {
        Target = Plain,
        EmbedDim = 32,
        NEmbed = 512,
        ZChannels = 64,
        Resolution = 64,
        Channels = 32,
        ChannelMultipliers = [1, 2, 3],
        ResBlocks = 1,
        AttentionResolutions = [8],
        PatchSize = 2,
    };

    public static ClipConfig Clip(int vocabulary, int width) => new(
        128,
        new ModifiedResNetConfig(64, width, [1, 2, 2, 1]),
        new ClipTextConfig(32, vocabulary, 128, 2) { Heads = 2 });
}
