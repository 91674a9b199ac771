using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Vqgan;

/// <summary>Judges overlapping patches as real or reconstructed (PatchGAN, Isola et al. 2017; two strides, as f16_16384 was trained).</summary>
internal sealed class PatchDiscriminator : Module<Tensor, Tensor>
{
    public readonly Sequential main;

    public PatchDiscriminator(long width) : base(nameof(PatchDiscriminator))
    {
        main = Sequential(
            ("0", Conv2d(3, width, 4, stride: 2, padding: 1)),
            ("1", LeakyReLU(0.2)),
            ("2", Conv2d(width, 2 * width, 4, stride: 2, padding: 1, bias: false)),
            ("3", BatchNorm2d(2 * width)),
            ("4", LeakyReLU(0.2)),
            ("5", Conv2d(2 * width, 4 * width, 4, stride: 1, padding: 1, bias: false)),
            ("6", BatchNorm2d(4 * width)),
            ("7", LeakyReLU(0.2)),
            ("8", Conv2d(4 * width, 1, 4, stride: 1, padding: 1)));
        RegisterComponents();
        foreach (var (name, parameter) in named_parameters())
        {
            if (parameter.shape.Length == 4)
                init.normal_(parameter, 0, 0.02);
            else if (name.EndsWith("weight", StringComparison.Ordinal))
                init.normal_(parameter, 1, 0.02);
        }
    }

    public override Tensor forward(Tensor x) => main.call(x); // [N,1,H/4-2,W/4-2]
}
