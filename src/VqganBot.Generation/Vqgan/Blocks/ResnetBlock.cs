using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>norm – swish – conv, twice, and the input added at the end.</summary>
internal sealed class ResnetBlock : Module<Tensor, Tensor>
{
    public readonly GroupNorm norm1;
    public readonly Conv2d conv1;
    public readonly GroupNorm norm2;
    public readonly Conv2d conv2;
    public readonly Conv2d? nin_shortcut;

    private readonly double _dropout;

    public ResnetBlock(long inputChannels, long channels, VqganConfig config) : base(nameof(ResnetBlock))
    {
        _dropout = config.Dropout;
        norm1 = Normalize.Channels(inputChannels, config);
        conv1 = Conv2d(inputChannels, channels, 3, padding: 1);
        norm2 = Normalize.Channels(channels, config);
        conv2 = Conv2d(channels, channels, 3, padding: 1);
        if (inputChannels != channels)
            nin_shortcut = Conv2d(inputChannels, channels, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        // What the way back does not need goes as soon as it was used, here and in every block.
        using DisposeScope scope = NewDisposeScope();
        Tensor h = conv1.call(functional.silu(norm1.Wide(x)));       // [N,out,H,W]
        h = functional.silu(norm2.Wide(h));
        if (_dropout > 0 && training)
            h = functional.dropout(h, _dropout, true);
        h = conv2.call(h);
        Tensor shortcut = nin_shortcut is null ? x : nin_shortcut.call(x);
        return (shortcut + h).MoveToOuterDisposeScope();              // [N,out,H,W]
    }
}
