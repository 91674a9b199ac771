using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps scaled by the sum of all squared gradients so far (Duchi et al., 2011).</summary>
public sealed class Adagrad : OptimizerHelper
{
    internal Adagrad(IEnumerable<Parameter> parameters, double lr, double lr_decay, double weight_decay, double initial_accumulator_value, double eps)
        : base(parameters, new Options { Rate = lr, RateDecay = lr_decay, Decay = weight_decay, Epsilon = eps }, it => new State(it, initial_accumulator_value))
    {
    }

    private protected override void Update(OptimizerOptions options, Parameter parameter, Tensor gradient, OptimizerState state)
    {
        var sum = ((State)state).sum;
        if (options.Decay > 0)
            gradient = gradient.add(parameter, options.Decay);
        var rate = options.Rate / (1 + ((state.step - 1) * ((Options)options).RateDecay));
        sum.addcmul_(gradient, gradient, 1);
        parameter.addcdiv_(gradient, sum.sqrt().add_(options.Epsilon), -rate);
    }

    public sealed class Options : OptimizerOptions
    {
        internal double RateDecay { get; set; }

        internal override void CopyFrom(OptimizerOptions source)
        {
            base.CopyFrom(source);
            RateDecay = ((Options)source).RateDecay;
        }
    }

    public sealed class State : OptimizerState
    {
        public Tensor sum;

        internal State(Parameter parameter, double start) => sum = full_like(parameter, start).DetachFromDisposeScope();

        internal override IReadOnlyList<Tensor> Tensors => [sum];
    }
}
