using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Vqgan;

/// <summary>The blocks of one resolution on the way down; all levels but the last halve the picture at their end.</summary>
internal sealed class EncoderLevel : ResolutionLevel
{
    public readonly Downsample? downsample;

    public EncoderLevel(long inputChannels, long channels, VqganConfig config, bool attention, bool last)
        : base(nameof(EncoderLevel), inputChannels, channels, config.ResBlocks, config, attention)
    {
        if (!last)
            downsample = new Downsample(channels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        x = Blocks(x);                                             // [N,C,H,W]
        return (downsample is null ? x : downsample.call(x)).MoveToOuterDisposeScope(); // [N,C,H/2,W/2]
    }
}
