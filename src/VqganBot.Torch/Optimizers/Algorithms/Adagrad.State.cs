using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class Adagrad
{
    /// <summary>What steers the parameters of one group; null follows the optimiser.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? lr_decay;

        public double? weight_decay;

        public double? initial_accumulator_value;

        public double? eps;

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = Same<Options>(source);
            lr_decay = other.lr_decay;
            weight_decay = other.weight_decay;
            initial_accumulator_value = other.initial_accumulator_value;
            eps = other.eps;
        }
    }

    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;

        public Tensor sum = null!;

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            sum = torch.full_like(Parameter, ((Options)options).initial_accumulator_value ?? 0).DetachFromDisposeScope();
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = Same<State>(source);
            step = other.step;
            Take(ref sum!, other.sum);
        }

        public override void to(Device device)
        {
            Move(ref sum!, device);
        }

        public override void Dispose()
        {
            sum?.Dispose();
        }
    }
}
