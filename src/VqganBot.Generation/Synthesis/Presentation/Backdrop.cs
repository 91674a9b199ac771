using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Another ground behind what is transparent in each step, plain or in soft patches: what should be seen before any of them must
/// be solid, and what is ground must not pretend to be the subject (the background augmentation of Dream Fields, Jain et al. 2022).
/// </summary>
internal static class Backdrop
{
    private const int FinestPatches = 8;

    /// <summary>The ground of a step for this image, [1, 3, H, W].</summary>
    public static Tensor Ground(Tensor image /* [1, 3 or 4, H, W] */, PaintingRandom random, long step)
    {
        Tensor colours = random.Uniform(RandomPurpose.Backdrop, step, [1, 3, FinestPatches, FinestPatches]).to(image.device);
        long patches = 1L << (int)(step % 4);                                                               // 1, 2, 4, 8 a side
        return nn.functional.interpolate(
            colours.narrow(2, 0, patches).narrow(3, 0, patches), [image.shape[2], image.shape[3]], null, InterpolationMode.Bilinear);
    }

    public static Tensor White(Tensor image) => Over(image, ones([1, 3, 1, 1], float32, image.device));

    public static Tensor Over(Tensor image /* [1, 4, H, W] */, Tensor ground)
    {
        Tensor solid = image.narrow(1, 3, 1);                                                               // [1, 1, H, W]
        return (image.narrow(1, 0, 3) * solid) + (ground * (1 - solid));                                    // [1, 3, H, W]
    }
}
