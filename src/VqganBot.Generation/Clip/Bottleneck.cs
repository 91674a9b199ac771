using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>A bottleneck whose stride is an average pool, before the last convolution and in the shortcut, instead of a strided convolution.</summary>
internal sealed class Bottleneck : Module<Tensor, Tensor>
{
    private const int Expansion = 4;

    public readonly Conv2d conv1;
    public readonly BatchNorm2d bn1;
    public readonly Conv2d conv2;
    public readonly BatchNorm2d bn2;
    public readonly Conv2d conv3;
    public readonly BatchNorm2d bn3;
    public readonly Sequential? downsample;

    private readonly long _stride;

    public Bottleneck(long inputWidth, long width, long stride) : base(nameof(Bottleneck))
    {
        _stride = stride;
        conv1 = Conv2d(inputWidth, width, 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv3 = Conv2d(width, width * Expansion, 1, bias: false);
        bn3 = BatchNorm2d(width * Expansion);
        if (stride > 1 || inputWidth != width * Expansion)
        {
            // The pool of the shortcut has no weights; the file counts it as "-1".
            downsample = Sequential(
                ("0", Conv2d(inputWidth, width * Expansion, 1, bias: false)),
                ("1", BatchNorm2d(width * Expansion)));
        }
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor h = functional.relu(bn1.Wide(conv1.call(x)));               // [N,w,H,W]
        h = functional.relu(bn2.Wide(conv2.call(h)));
        h = bn3.Wide(conv3.call(Pool(h)));                                 // [N,4w,H/s,W/s]
        Tensor shortcut = downsample is null ? x : downsample.call(Pool(x));
        return functional.relu(h + shortcut).MoveToOuterDisposeScope();    // [N,4w,H/s,W/s]
    }

    private Tensor Pool(Tensor x) => _stride > 1 ? functional.avg_pool2d(x, [_stride, _stride]) : x;
}
