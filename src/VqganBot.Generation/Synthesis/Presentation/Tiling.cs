using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Pictures that continue at the opposite edge. The latent is drawn with some cells of its other side around it and the border
/// is cut off again, so that the networks' own padding lies outside.
/// </summary>
internal static class Tiling
{
    // At 8x8 cells of the built-in pack this halves how far the edges are from those of endless tiles, at 2.3 times the decoding;
    // six cells would leave an eighth, at 6.3 times.
    private const long Border = 2;

    public static Tensor Draw(IDrawer drawer, Tensor settled /* [1, C, h, w] */, int factor)
    {
        long h = settled.shape[2], w = settled.shape[3];
        Tensor wrapped = nn.functional.pad(settled, [Border, Border, Border, Border], PaddingModes.Circular, 0);    // [1, C, h + 2b, w + 2b]
        return drawer.Draw(wrapped).narrow(2, Border * factor, h * factor).narrow(3, Border * factor, w * factor);  // [1, c, H, W]
    }

    /// <summary>The tile cut at a random place, so that CLIP judges the seam as it judges the middle.</summary>
    public static Tensor Roll(Tensor image /* [1, c, H, W] */, PaintingRandom random, long step)
    {
        float[] u = random.Uniform(RandomPurpose.TileOffset, step, 2);
        return image.roll([(long)(u[0] * image.shape[2]), (long)(u[1] * image.shape[3])], [2L, 3L]);
    }
}
