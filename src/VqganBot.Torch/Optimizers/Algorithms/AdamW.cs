namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient (Loshchilov and Hutter, 2017).</summary>
public sealed class AdamW : MomentOptimizer
{
    internal AdamW(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay)
        : base(parameters, new Options { Rate = lr, Beta1 = beta1, Beta2 = beta2, Epsilon = eps, Decay = weight_decay }, it => new State(it))
    {
    }

    private protected override torch.Tensor DecayWeights(MomentOptions options, Parameter parameter, torch.Tensor gradient)
    {
        parameter.mul_(1 - (options.Rate * options.Decay));
        return gradient;
    }

    public sealed class Options : MomentOptions;

    public sealed class State(Parameter parameter) : MomentState(parameter);
}
