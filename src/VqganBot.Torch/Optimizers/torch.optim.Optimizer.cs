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

            public abstract IEnumerable<Parameter> parameters();

            public abstract void zero_grad();

            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>One step; the closure, if any, computes the loss anew and its result is returned.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected abstract void Dispose(bool disposing);

            /// <summary>Options of each group and state of each parameter, in order; the objects are the optimiser's own.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];

                /// <value>For each group the places of its parameters in <see cref="State"/>.</value>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>Whatever has a learning rate.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>Whatever keeps two running averages.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
