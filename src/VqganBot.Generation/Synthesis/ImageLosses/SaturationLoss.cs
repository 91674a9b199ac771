using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Colourfulness after Hasler and Süsstrunk, Measuring Colourfulness in Natural Images (2003), section 7, negated: a positive weight makes it more.</summary>
internal sealed class SaturationLoss(double weight) : IImageLoss
{
    // Keeps the roots' slopes finite where all pixels are one grey.
    private const double Least = 1e-6;

    public Tensor Of(Tensor image)
    {
        Tensor r = image.select(1, 0), g = image.select(1, 1), b = image.select(1, 2);     // [1, H, W]
        Tensor redGreen = r - g, yellowBlue = ((r + g) * 0.5) - b;
        Tensor spread = (redGreen.var(false) + yellowBlue.var(false) + Least).sqrt();
        Tensor shift = (redGreen.mean().square() + yellowBlue.mean().square() + Least).sqrt();
        return (spread + (shift * 0.3)) * -weight;
    }
}
