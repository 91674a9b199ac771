using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// What pulls at the latent itself: the distance to where it began, mean((z − z0)²)·w/2 (Crowson's; nerdyrodent's own pulled
/// to grey and vanished within a few steps), and the regulariser α·mean(z²) of the MSE-regularised notebook.
/// </summary>
internal sealed class LatentLosses(Tensor initial, PaintingSettings settings)
{
    /// <summary>The loss and its gradient, in closed form; null when nothing pulls.</summary>
    public (Tensor Loss, Tensor Gradient)? At(Tensor z, int step)
    {
        double alpha = settings.LatentNormWeight * Math.Pow(settings.LatentNormDecay, step);
        if (settings.InitWeight == 0 && alpha == 0)
            return null;

        Tensor away = z - initial;
        double n = z.numel();
        Tensor loss = ((away * away).mean() * (settings.InitWeight / 2)) + ((z * z).mean() * alpha);
        Tensor gradient = (away * (settings.InitWeight / n)) + (z * (2 * alpha / n));
        return (loss, gradient);
    }
}
