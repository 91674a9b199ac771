using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>The picture at another size.</summary>
    public sealed class Upsample : Module<Tensor, Tensor>
    {
        internal Upsample(long[]? sizes, double[]? factors, UpsampleMode mode, bool? align_corners) : base(nameof(Upsample))
        {
            this.sizes = sizes;
            this.factors = factors;
            this.mode = mode;
            this.align_corners = align_corners;
        }

        public long[]? sizes { get; }

        public double[]? factors { get; }

        public UpsampleMode mode { get; }

        public bool? align_corners { get; }

        public override Tensor forward(Tensor input) => 
            functional.interpolate(input, sizes, factors, (InterpolationMode)(int)mode, align_corners);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool? align_corners = null) => new(size, scale_factor, mode, align_corners);
        }
    }
}
