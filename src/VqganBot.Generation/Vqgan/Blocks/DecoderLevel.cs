using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Vqgan;

/// <summary>The blocks of one resolution on the way up, one more than on the way down; all levels but the full resolution double the picture at their end.</summary>
internal sealed class DecoderLevel : ResolutionLevel
{
    public readonly Upsample? upsample;

    public DecoderLevel(long inputChannels, long channels, VqganConfig config, bool attention, bool last)
        : base(nameof(DecoderLevel), inputChannels, channels, config.ResBlocks + 1, config, attention)
    {
        if (!last)
            upsample = new Upsample(channels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        x = Blocks(x);                                             // [N,C,H,W]
        return (upsample is null ? x : upsample.call(x)).MoveToOuterDisposeScope(); // [N,C,2H,2W]
    }
}
