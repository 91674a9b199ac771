using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>The blocks of one resolution on the way up, one more than on the way down; all levels but the full resolution double the picture at their end.</summary>
internal sealed class DecoderLevel : Module<Tensor, Tensor>
{
    public readonly ModuleList<ResnetBlock> block;
    public readonly ModuleList<AttnBlock> attn;
    public readonly Upsample? upsample;

    public DecoderLevel(long inputChannels, long channels, VqganConfig config, bool attention, bool last) : base(nameof(DecoderLevel))
    {
        int blocks = config.ResBlocks + 1;
        block = new ModuleList<ResnetBlock>(
            [.. Enumerable.Range(0, blocks).Select(i => new ResnetBlock(i == 0 ? inputChannels : channels, channels, config.Dropout))]);
        attn = new ModuleList<AttnBlock>([.. Enumerable.Range(0, attention ? blocks : 0).Select(_ => new AttnBlock(channels))]);
        if (!last)
            upsample = new Upsample(channels);
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
        return upsample is null ? x : upsample.call(x);            // [N,C,2H,2W]
    }
}
