using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>x · sigmoid(x).</summary>
    public sealed class SiLU : Module<Tensor, Tensor>
    {
        internal SiLU(bool inplace) : base(nameof(SiLU))
        {
            this.inplace = inplace;
        }

        public bool inplace { get; }

        public override Tensor forward(Tensor tensor) => functional.silu(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static SiLU SiLU() => new(false);

            public static SiLU SiLU(bool inplace) => new(inplace);
        }
    }
}
