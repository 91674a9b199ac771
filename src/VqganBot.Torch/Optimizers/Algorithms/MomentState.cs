using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The two moments of one parameter: running averages of its gradient and of the gradient's square.</summary>
public abstract class MomentState(Parameter parameter) : OptimizerState
{
    public Tensor exp_avg = zeros_like(parameter).DetachFromDisposeScope();

    public Tensor exp_avg_sq = zeros_like(parameter).DetachFromDisposeScope();

    internal override IReadOnlyList<Tensor> Tensors => [exp_avg, exp_avg_sq];
}
