using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam, AdamW and RAdam share: the two moments, how a step decays the weights, and how it uses the moments.</summary>
public abstract class MomentOptimizer : OptimizerHelper
{
    private protected MomentOptimizer(IEnumerable<Parameter> parameters, MomentOptions options, Func<Parameter, MomentState> newState)
        : base(parameters, options, newState)
    {
    }

    private protected sealed override void Update(OptimizerOptions options, Parameter parameter, Tensor gradient, OptimizerState state)
    {
        var rates = (MomentOptions)options;
        var moments = (MomentState)state;
        if (rates.Decay > 0)
            gradient = DecayWeights(rates, parameter, gradient);
        moments.exp_avg.mul_(rates.Beta1).add_(gradient, 1 - rates.Beta1);
        moments.exp_avg_sq.mul_(rates.Beta2).addcmul_(gradient, gradient, 1 - rates.Beta2);

        // Both averages start at zero; the corrections take out the pull towards it (Kingma and Ba, section 3).
        Move(rates, parameter, moments, 1 - Math.Pow(rates.Beta1, moments.step), 1 - Math.Pow(rates.Beta2, moments.step));
    }

    /// <summary>Draws the weights towards zero, here as part of the gradient, and gives the gradient that the moments see.</summary>
    private protected virtual Tensor DecayWeights(MomentOptions options, Parameter parameter, Tensor gradient) =>
        gradient.add(parameter, options.Decay);

    /// <summary>Moves the parameter along the first moment, here scaled by the root of the second.</summary>
    private protected virtual void Move(MomentOptions options, Parameter parameter, MomentState moments, double correction1, double correction2)
    {
        var spread = moments.exp_avg_sq.sqrt().div_(Math.Sqrt(correction2)).add_(options.Epsilon);
        parameter.addcdiv_(moments.exp_avg, spread, -options.Rate / correction1);
    }
}
