using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>The picture at another size.</summary>
    public sealed class Upsample : Module<Tensor, Tensor>
    {
        private readonly long[]? _sizes;
        private readonly double[]? _factors;

        internal Upsample(long[]? sizes, double[]? factors, UpsampleMode mode, bool? align_corners) : base(nameof(Upsample))
        {
            _sizes = sizes;
            _factors = factors;
            this.mode = mode;
            this.align_corners = align_corners;
        }

        public UpsampleMode mode { get; }

        public bool? align_corners { get; }

        public override Tensor forward(Tensor input) =>
            functional.interpolate(input, _sizes, _factors, (InterpolationMode)(int)mode, align_corners);
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
