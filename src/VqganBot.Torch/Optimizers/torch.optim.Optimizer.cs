using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters along their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            public abstract void zero_grad();

            public abstract void step();

            public abstract void Dispose();

            /// <summary>Options of each group and state of each parameter, in order; the objects are the optimiser's own.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];
            }
        }

        /// <summary>Whatever has a learning rate.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }
        }
    }
}
