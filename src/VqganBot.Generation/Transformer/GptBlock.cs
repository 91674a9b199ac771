using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Transformer;

/// <summary>One block, normalised before each half.</summary>
internal sealed class GptBlock : Module<Tensor, Tensor>
{
    public readonly LayerNorm ln1;
    public readonly LayerNorm ln2;
    public readonly CausalSelfAttention attn;
    public readonly Sequential mlp;

    public GptBlock(GptConfig config) : base(nameof(GptBlock))
    {
        long width = config.Width;
        ln1 = LayerNorm(width);
        ln2 = LayerNorm(width);
        attn = new CausalSelfAttention(config);
        mlp = Sequential(
            ("0", Linear(width, 4 * width)),
            ("1", GELU()),
            ("2", Linear(4 * width, width)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.call(ln1.call(x));
        return x + mlp.call(ln2.call(x)); // [B,T,C]
    }
}
