using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Pixels folded into channels.</summary>
    public sealed class PixelUnshuffle : Module<Tensor, Tensor>
    {
        internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle))
        {
            this.downscale_factor = downscale_factor;
        }

        public long downscale_factor { get; }

        public override Tensor forward(Tensor input) => functional.pixel_unshuffle(input, downscale_factor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);
        }
    }
}
