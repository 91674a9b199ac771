using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>The residual blocks of one resolution, each with an attention block behind it where the configuration asks for one.</summary>
internal abstract class ResolutionLevel : Module<Tensor, Tensor>
{
    public readonly ModuleList<ResnetBlock> block;
    public readonly ModuleList<AttnBlock> attn;

    protected ResolutionLevel(string name, long inputChannels, long channels, int blocks, VqganConfig config, bool attention) : base(name)
    {
        block = new ModuleList<ResnetBlock>(
            [.. Enumerable.Range(0, blocks).Select(i => new ResnetBlock(i == 0 ? inputChannels : channels, channels, config))]);
        attn = new ModuleList<AttnBlock>([.. Enumerable.Range(0, attention ? blocks : 0).Select(_ => new AttnBlock(channels, config))]);
    }

    protected Tensor Blocks(Tensor x)
    {
        for (int i = 0; i < block.Count; i++)
        {
            x = block[i].call(x);                                  // [N,C,H,W]
            if (attn.Count > 0)
                x = attn[i].call(x);
        }
        return x;
    }
}
