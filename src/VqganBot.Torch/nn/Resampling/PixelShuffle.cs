using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Channels laid out as pixels (Shi et al., 2016).</summary>
    public sealed class PixelShuffle : Module<Tensor, Tensor>
    {
        internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle))
        {
            this.upscale_factor = upscale_factor;
        }

        public long upscale_factor { get; }

        public override Tensor forward(Tensor input) => functional.pixel_shuffle(input, upscale_factor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);
        }
    }
}
