using VqganBot.Generation.Clip;

namespace VqganBot.Generation.Synthesis;

/// <summary>What one view costs on its way into a CLIP and back, in bytes.</summary>
internal static class TowerMemory
{
    private const int Wide = 4;

    // Numbers for each place of the sampling at the same time: two of the grid, one mask, and the sampled colours while they are laid in order and covered.
    private const int Sampling = 16;

    // Of those, what is kept for the way back.
    private const int KeptSampling = 3;

    // The view itself through cropping, sampling, colour, erasing, noise and CLIP's own normalisation, there and back; by what was measured.
    private const int Views = 20;

    public static long Of(ClipConfig config, int width, int height, bool narrow)
    {
        long side = config.Vision.InputResolution;
        long finer = Math.Clamp((long)Math.Round(Math.Max(width, height) / (double)side), 1, 4);
        long samples = side * side * finer * finer * Wide;
        long kept = (samples * KeptSampling) + (side * side * 3 * Wide * Views) + Tower(config.Vision, narrow);
        return Math.Max(kept, samples * Sampling);
    }

    private static long Tower(ClipVisionConfig vision, bool narrow) => vision switch
    {
        VisionTransformerConfig vit => Transformer(vit, narrow ? 2 : Wide),
        ModifiedResNetConfig resnet => ResNet(resnet, narrow ? 2 : Wide),
        _ => 0,
    };

    // A layer keeps the input of both norms; q, k and v; the attention; and what the activation was given.
    private static long Transformer(VisionTransformerConfig vit, int number)
    {
        long tokens = (vit.Grid * vit.Grid) + 1, pairs = tokens * tokens * vit.Heads;
        long layer = (tokens * vit.Width * ((2 * Wide) + (3 * number))) + (tokens * vit.MlpWidth * number) + (pairs * (Wide + (number < Wide ? number : 0)));
        return layer * vit.Layers;
    }

    // Each convolution keeps its input, each norm its own in float32, each activation its output.
    private static long ResNet(ModifiedResNetConfig resnet, int number)
    {
        long place = (long)resnet.InputResolution * resnet.InputResolution / 4, width = resnet.Width;
        long numbers = 2 * place * width;
        place /= 4;
        for (int layer = 0; layer < resnet.Blocks.Count; layer++, place /= 4, width *= 2)
            numbers += resnet.Blocks[layer] * 7 * place * width;
        return numbers * (Wide + number);
    }
}
