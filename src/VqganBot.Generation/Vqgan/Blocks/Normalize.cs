using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

internal static class Normalize
{
    /// <summary>The one normalisation of the whole network: 32 groups.</summary>
    public static GroupNorm Channels(long channels, VqganConfig config)
    {
        if (channels % 32 != 0)
            throw new ArgumentException($"A VQGAN normalises in 32 groups, so {channels} channels are impossible: make ch·ch_mult a multiple of 32.");
        return GroupNorm(32, channels, config.NormEps);
    }
}
