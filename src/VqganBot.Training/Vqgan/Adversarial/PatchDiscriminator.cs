using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Vqgan.Adversarial;

/// <summary>Judges overlapping patches as real or reconstructed (PatchGAN, Isola et al. 2017; taming-transformers' NLayerDiscriminator and its names).</summary>
internal sealed class PatchDiscriminator : Module<Tensor, Tensor>
{
    private const int WidestFactor = 8;

    public readonly Sequential main;

    /// <param name="width">Channels of the first layer.</param>
    /// <param name="layers">Layers with stride 2; two more follow without.</param>
    public PatchDiscriminator(long width, int layers) : base(nameof(PatchDiscriminator))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        var list = new List<Module<Tensor, Tensor>> { Conv2d(3, width, 4, stride: 2, padding: 1), LeakyReLU(0.2) };
        var channels = width;
        for (var layer = 1; layer <= layers; layer++)
        {
            var next = width * Math.Min(1L << layer, WidestFactor);
            list.Add(Conv2d(channels, next, 4, stride: layer < layers ? 2 : 1, padding: 1, bias: false));
            list.Add(BatchNorm2d(next));
            list.Add(LeakyReLU(0.2));
            channels = next;
        }

        list.Add(Conv2d(channels, 1, 4, stride: 1, padding: 1));
        main = Sequential(list.Select((module, i) => ($"{i}", module)));
        RegisterComponents();
        foreach (var (name, parameter) in named_parameters())
        {
            if (parameter.shape.Length == 4)
                init.normal_(parameter, 0, 0.02);
            else if (name.EndsWith("weight", StringComparison.Ordinal))
                init.normal_(parameter, 1, 0.02);
        }
    }

    public override Tensor forward(Tensor x) => main.call(x); // [N,1,H/2^layers-2,W/2^layers-2]
}
