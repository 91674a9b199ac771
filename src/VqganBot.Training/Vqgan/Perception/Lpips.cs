using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Vqgan.Perception;

/// <summary>
/// LPIPS (Zhang et al. 2018) over VGG16: at five depths the features of each place are brought to unit length, compared,
/// weighed channel by channel, and averaged over the picture.
/// </summary>
internal sealed class Lpips : Module<Tensor, Tensor, Tensor>, IPerceptualDistance
{
    private static readonly float[] Shift = [-0.030f, -0.088f, -0.188f];
    private static readonly float[] Scale = [0.458f, 0.448f, 0.450f];

    public readonly Vgg16Features vgg;
    public readonly ModuleList<Conv2d> lin;

    public Lpips() : base(nameof(Lpips))
    {
        vgg = new Vgg16Features();
        lin = new ModuleList<Conv2d>([.. Vgg16Features.Channels.Select(channels => Conv2d(channels, 1, 1, bias: false))]);
        RegisterComponents();
    }

    /// <summary>The distance of each pair of pictures, [N].</summary>
    public override Tensor forward(Tensor one, Tensor other)
    {
        var (ofOne, ofOther) = (vgg.call(Scaled(one)), vgg.call(Scaled(other)));
        var distance = zeros([one.shape[0]], device: one.device);
        for (var depth = 0; depth < ofOne.Length; depth++)
        {
            var difference = (Unit(ofOne[depth]) - Unit(ofOther[depth])).pow(2);         // [N,C,h,w]
            distance = distance + lin[depth].call(difference).mean([1, 2, 3]);           // [N]
        }

        return distance;
    }

    public Tensor Of(Tensor reconstruction, Tensor picture) => call(reconstruction, picture).mean();

    private static Tensor Scaled(Tensor signed) =>
        (signed - tensor(Shift, [1, 3, 1, 1]).to(signed.device)) / tensor(Scale, [1, 3, 1, 1]).to(signed.device);

    /// <summary>In float32 whatever the features were computed in: their squares go far beyond half precision.</summary>
    private static Tensor Unit(Tensor features)
    {
        var exact = features.to(ScalarType.Float32);
        return exact / (exact.pow(2).sum([1], keepdim: true).sqrt() + 1e-10);            // [N,C,h,w]
    }
}
