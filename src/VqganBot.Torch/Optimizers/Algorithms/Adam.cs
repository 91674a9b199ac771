namespace TorchSharp.Modules;

/// <summary>Steps scaled by running averages of the gradient and of its square (Kingma and Ba, 2014).</summary>
public sealed class Adam : MomentOptimizer
{
    internal Adam(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay)
        : base(parameters, new Options { Rate = lr, Beta1 = beta1, Beta2 = beta2, Epsilon = eps, Decay = weight_decay }, it => new State(it))
    {
    }

    public sealed class Options : MomentOptions;

    public sealed class State(Parameter parameter) : MomentState(parameter);
}
