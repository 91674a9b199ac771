using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Adagrad (Duchi et al. 2011) with PyTorch's constants.</summary>
internal sealed class AdagradRule(double weightDecay) : LatentOptimizer("sum")
{
    private const double Epsilon = 1e-10;

    public override (Tensor Latent, Tensor[] Moments) Next(Tensor latent, Tensor gradient, double rate, int t)
    {
        if (weightDecay != 0)
            gradient = gradient + (latent * weightDecay);

        Tensor sum = Moments[0] + (gradient * gradient);
        return (latent - (gradient / (sum.sqrt() + Epsilon) * rate), [sum]);
    }
}
