using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class RAdam
{
    /// <summary>What steers the parameters of one group; null follows the optimiser.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? beta1;

        public double? beta2;

        public double? eps;

        public double? weight_decay;

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = Same<Options>(source);
            beta1 = other.beta1;
            beta2 = other.beta2;
            eps = other.eps;
            weight_decay = other.weight_decay;
        }
    }

    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;

        public Tensor exp_avg = null!;

        public Tensor exp_avg_sq = null!;

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            exp_avg = Zeros(Parameter);
            exp_avg_sq = Zeros(Parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = Same<State>(source);
            step = other.step;
            Take(ref exp_avg!, other.exp_avg);
            Take(ref exp_avg_sq!, other.exp_avg_sq);
        }

        public override void to(Device device)
        {
            Move(ref exp_avg!, device);
            Move(ref exp_avg_sq!, device);
        }

        public override void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
        }
    }
}
