using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>RAdam (Liu et al. 2020): Adam that trusts its second moment only once its variance is bounded.</summary>
internal sealed class RAdamRule(double weightDecay) : LatentOptimizer("exp_avg", "exp_avg_sq")
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;
    private const double RhoInfinity = (2 / (1 - Beta2)) - 1;

    public override (Tensor Latent, Tensor[] Moments) Next(Tensor latent, Tensor gradient, double rate, int t)
    {
        if (weightDecay != 0)
            gradient = gradient + (latent * weightDecay);

        Tensor m = (Moments[0] * Beta1) + (gradient * (1 - Beta1));
        Tensor v = (Moments[1] * Beta2) + (gradient * gradient * (1 - Beta2));
        double correction1 = 1 - Math.Pow(Beta1, t);
        double correction2 = 1 - Math.Pow(Beta2, t);
        Tensor direction = m / correction1;

        double rho = RhoInfinity - (2 * t * Math.Pow(Beta2, t) / correction2);
        if (rho > 5)
        {
            double rectification = Math.Sqrt((rho - 4) * (rho - 2) * RhoInfinity / ((RhoInfinity - 4) * (RhoInfinity - 2) * rho));
            direction = direction * (Math.Sqrt(correction2) * rectification) / (v.sqrt() + Epsilon);
        }

        return (latent - (direction * rate), [m, v]);
    }
}
