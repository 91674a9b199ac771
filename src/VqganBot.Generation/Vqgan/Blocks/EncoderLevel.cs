using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>The blocks of one resolution on the way down; all levels but the last halve the picture at their end.</summary>
internal sealed class EncoderLevel : Module<Tensor, Tensor>
{
    public readonly ModuleList<ResnetBlock> block;
    public readonly ModuleList<AttnBlock> attn;
    public readonly Downsample? downsample;

    public EncoderLevel(long inputChannels, long channels, VqganConfig config, bool attention, bool last) : base(nameof(EncoderLevel))
    {
        int blocks = config.ResBlocks;
        block = new ModuleList<ResnetBlock>(
            [.. Enumerable.Range(0, blocks).Select(i => new ResnetBlock(i == 0 ? inputChannels : channels, channels, config.Dropout))]);
        attn = new ModuleList<AttnBlock>([.. Enumerable.Range(0, attention ? blocks : 0).Select(_ => new AttnBlock(channels))]);
        if (!last)
            downsample = new Downsample(channels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        for (int i = 0; i < block.Count; i++)
        {
            x = block[i].call(x);                                  // [N,C,H,W]
            if (attn.Count > 0)
                x = attn[i].call(x);
        }
        return downsample is null ? x : downsample.call(x);        // [N,C,H/2,W/2]
    }
}
