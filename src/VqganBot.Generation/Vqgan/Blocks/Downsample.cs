using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>A convolution of stride 2 that pads right and bottom only (taming-transformers 3ba01b2).</summary>
internal sealed class Downsample : Module<Tensor, Tensor>
{
    public readonly Conv2d conv;

    public Downsample(long channels) : base(nameof(Downsample))
    {
        conv = Conv2d(channels, channels, 3, stride: 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.pad(x, [0L, 1L, 0L, 1L]); // [N,C,H+1,W+1]
        return conv.call(x);                     // [N,C,H/2,W/2]
    }
}
