using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>Every pixel twice in both directions, then a convolution to smooth.</summary>
internal sealed class Upsample : Module<Tensor, Tensor>
{
    public readonly Conv2d conv;

    public Upsample(long channels) : base(nameof(Upsample))
    {
        conv = Conv2d(channels, channels, 3, padding: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        x = functional.interpolate(x, scale_factor: [2.0, 2.0], mode: InterpolationMode.Nearest); // [N,C,2H,2W]
        return conv.call(x).MoveToOuterDisposeScope();
    }
}
