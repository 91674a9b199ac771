using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Vqgan;

/// <summary>What both halves do at the lowest resolution.</summary>
internal sealed class MiddleBlock : Module<Tensor, Tensor>
{
    public readonly ResnetBlock block_1;
    public readonly AttnBlock attn_1;
    public readonly ResnetBlock block_2;

    public MiddleBlock(long channels, VqganConfig config) : base(nameof(MiddleBlock))
    {
        block_1 = new ResnetBlock(channels, channels, config);
        attn_1 = new AttnBlock(channels, config);
        block_2 = new ResnetBlock(channels, channels, config);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        block_2.call(attn_1.call(block_1.call(x))); // [N,C,h,w]
}
