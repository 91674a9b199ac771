namespace TorchSharp.Modules;

/// <summary>Adam whose scaling begins once its variance is known well enough (Liu et al., 2019).</summary>
public sealed class RAdam : MomentOptimizer
{
    internal RAdam(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay)
        : base(parameters, new Options { Rate = lr, Beta1 = beta1, Beta2 = beta2, Epsilon = eps, Decay = weight_decay }, it => new State(it))
    {
    }

    private protected override void Move(MomentOptions options, Parameter parameter, MomentState moments, double correction1, double correction2)
    {
        // The length of the average so far (rho of the paper); up to 5 the variance of the scaling has no bound.
        var longest = (2 / (1 - options.Beta2)) - 1;
        var length = longest - (2 * moments.step * (1 - correction2) / correction2);
        if (length <= 5)
        {
            parameter.add_(moments.exp_avg, -options.Rate / correction1);
            return;
        }
        var trust = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        var spread = moments.exp_avg_sq.sqrt().add_(options.Epsilon);
        parameter.addcdiv_(moments.exp_avg, spread, -options.Rate * trust * Math.Sqrt(correction2) / correction1);
    }

    public sealed class Options : MomentOptions;

    public sealed class State(Parameter parameter) : MomentState(parameter);
}
