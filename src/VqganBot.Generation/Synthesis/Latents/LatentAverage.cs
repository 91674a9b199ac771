using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// The running average of the latent, which renders smoother than the latent itself (Crowson's EMATensor): a sum that begins
/// at zero and is divided by the weight it has gathered, so that the first steps count in full.
/// </summary>
internal static class LatentAverage
{
    public static Tensor Next(Tensor sum, Tensor latent, double decay) => (sum * decay) + (latent * (1 - decay));

    /// <summary>The sum after so many steps whose average is <paramref name="latent"/>.</summary>
    public static Tensor Of(Tensor latent, double decay, int steps) => latent * (1 - Math.Pow(decay, steps));

    /// <summary>The average after so many steps; before the first it is the latent.</summary>
    public static Tensor Value(Tensor sum, Tensor latent, double decay, int steps) =>
        steps == 0 ? latent : sum / (1 - Math.Pow(decay, steps));
}
