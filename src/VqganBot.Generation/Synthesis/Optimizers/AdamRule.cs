using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Adam (Kingma and Ba 2015), and AdamW (Loshchilov and Hutter 2019) when decay is decoupled; PyTorch's constants and order of operations.</summary>
internal sealed class AdamRule(double weightDecay, bool decoupled) : LatentOptimizer("exp_avg", "exp_avg_sq")
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    public override (Tensor Latent, Tensor[] Moments) Next(Tensor latent, Tensor gradient, double rate, int t)
    {
        if (weightDecay != 0 && decoupled)
            latent = latent * (1 - (rate * weightDecay));
        else if (weightDecay != 0)
            gradient = gradient + (latent * weightDecay);

        Tensor m = (Moments[0] * Beta1) + (gradient * (1 - Beta1));
        Tensor v = (Moments[1] * Beta2) + (gradient * gradient * (1 - Beta2));
        double correction1 = 1 - Math.Pow(Beta1, t);
        double correction2 = 1 - Math.Pow(Beta2, t);
        Tensor denominator = (v.sqrt() / Math.Sqrt(correction2)) + Epsilon;
        return (latent - (m / denominator * (rate / correction1)), [m, v]);
    }
}
