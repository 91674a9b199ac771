using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Synthesis;

/// <summary>What a VQGAN's decoder keeps for the way back, in bytes, for one picture. Weights have no gradient, so it is the inputs of norms, activations and convolutions.</summary>
internal static class DecoderMemory
{
    private const int Wide = 4;

    // The picture in float32: decoded, shifted, halved, clamped, their gradients, and the mask of the clamp.
    private const int Pictures = 8;

    // On the way back through the finest level: the gradient that comes, the one that goes, and what the norm's and the convolution's own work needs.
    private const int Gradients = 4;

    public static long Of(VqganConfig config, int width, int height, bool narrow)
    {
        int number = narrow ? 2 : Wide;
        int levels = config.ChannelMultipliers.Count, resolution = config.Resolution / config.PatchSize >> (levels - 1);
        long places = (long)width * height / ((long)config.DownsampleFactor * config.DownsampleFactor);
        long channels = (long)config.Channels * config.ChannelMultipliers[^1];
        long bytes = (2 * Block(channels, channels)) + Attention(channels);
        for (int level = levels - 1; level >= 0; level--, resolution *= 2)
        {
            long next = (long)config.Channels * config.ChannelMultipliers[level];
            bool attends = config.AttentionResolutions.Contains(resolution);
            for (int block = 0; block <= config.ResBlocks; block++, channels = next)
                bytes += Block(channels, next) + (attends ? Attention(next) : 0);
            if (level == 0)
                break;
            places *= 4;
            bytes += next * places * number;
        }

        long finest = channels * places * number;
        return bytes + (finest * (narrow ? 4 : 3)) + (finest * Gradients) + ((long)width * height * 3 * Wide * Pictures);

        // Each of the two norms keeps its input in float32; the activation and the convolution behind it keep theirs.
        long Block(long from, long to) => (from + to) * places * (Wide + (2 * number));

        // Norm, what q, k and v are made of, themselves, and what they come to; then the softmax over all pairs of places.
        long Attention(long of) => (of * places * (Wide + (5 * number))) + (places * places * (Wide + (narrow ? number : 0)));
    }
}
