using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// The mean steepness of the picture: total variation (Rudin, Osher and Fatemi 1992). To keep edges it is bent,
/// s·log(1 + steepness/s), so that what is steep already costs little more (pixray's <c>log</c>, with a scale).
/// </summary>
internal sealed class SmoothnessLoss(double weight, bool keepsEdges) : IImageLoss
{
    private const double Scale = 0.1;

    // Keeps the root's slope finite on a flat surface.
    private const double Least = 1e-8;

    public Tensor Of(Tensor image)
    {
        long h = image.shape[2] - 1, w = image.shape[3] - 1;
        Tensor here = image.narrow(2, 0, h).narrow(3, 0, w);
        Tensor down = image.narrow(2, 1, h).narrow(3, 0, w) - here, right = image.narrow(2, 0, h).narrow(3, 1, w) - here;
        Tensor steepness = ((down * down) + (right * right) + Least).sum(1).sqrt();        // [1, H−1, W−1]
        return (keepsEdges ? ((steepness / Scale) + 1).log().mean() * Scale : steepness.mean()) * weight;
    }
}
