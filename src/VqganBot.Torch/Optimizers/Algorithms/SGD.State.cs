using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class SGD
{
    /// <summary>What steers the parameters of one group; null follows the optimiser.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? momentum;

        public double? dampening;

        public double? weight_decay;

        public bool? nesterov;

        public bool? maximize;

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = Same<Options>(source);
            momentum = other.momentum;
            dampening = other.dampening;
            weight_decay = other.weight_decay;
            nesterov = other.nesterov;
            maximize = other.maximize;
        }
    }

    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public Tensor? momentum_buffer;

        public override void Initialize(OptimizerOptions options)
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = Same<State>(source);
            Take(ref momentum_buffer, other.momentum_buffer);
        }

        public override void to(Device device)
        {
            Move(ref momentum_buffer, device);
        }

        public override void Dispose()
        {
            momentum_buffer?.Dispose();
        }
    }
}
