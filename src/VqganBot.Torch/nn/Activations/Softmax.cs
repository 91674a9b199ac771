using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Numbers along one dimension made positive and of sum 1.</summary>
    public sealed class Softmax : Module<Tensor, Tensor>
    {
        internal Softmax(long dim) : base(nameof(Softmax))
        {
            this.dim = dim;
        }

        public long dim { get; }

        public override Tensor forward(Tensor tensor) => tensor.softmax(dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Softmax Softmax(long dim) => new(dim);
        }
    }
}
