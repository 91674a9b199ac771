using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>The squared difference between the picture and its mirror image (pixray's SymmetryLoss, along either axis).</summary>
internal sealed class SymmetryLoss(SymmetryAxis axis, double weight) : IImageLoss
{
    // Squares of differences are small: with this a weight of 1 is seen in the picture.
    private const double Strength = 20;

    public Tensor Of(Tensor image)
    {
        Tensor loss = zeros([], float32, image.device);
        if (axis is SymmetryAxis.LeftRight or SymmetryAxis.Both)
            loss = loss + Difference(image, 3);
        if (axis is SymmetryAxis.TopBottom or SymmetryAxis.Both)
            loss = loss + Difference(image, 2);
        return loss * (weight * Strength);
    }

    private static Tensor Difference(Tensor image, long dimension)
    {
        Tensor away = image - image.flip(dimension);
        return (away * away).mean();
    }
}
