using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>x · Φ(x), with the exact normal distribution.</summary>
    public sealed class GELU : Module<Tensor, Tensor>
    {
        internal GELU() : base(nameof(GELU))
        {
        }

        public override Tensor forward(Tensor tensor) => functional.gelu(tensor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GELU GELU() => new();
        }
    }
}
