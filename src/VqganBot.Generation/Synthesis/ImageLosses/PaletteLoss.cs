using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The mean distance of a pixel to the nearest colour of a palette (pixray's PaletteLoss).</summary>
internal sealed class PaletteLoss(Palette palette, double weight) : IImageLoss
{
    // With this a weight of 1 is seen in the picture beside a prompt of weight 1.
    private const double Strength = 2;

    public Tensor Of(Tensor image)
    {
        Tensor colours = image.narrow(1, 0, 3);
        return (colours - palette.Nearest(colours)).norm(1).mean() * (weight * Strength);
    }
}
