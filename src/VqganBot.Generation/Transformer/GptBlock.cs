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

    /// <summary>The places [B,n,C] that follow those in the cache.</summary>
    public Tensor Continue(Tensor x, KeyValueCache cache, int layer)
    {
        x = x + attn.Continue(ln1.call(x), cache, layer);
        return x + mlp.call(ln2.call(x)); // [B,n,C]
    }

    public override Tensor forward(Tensor x)
    {
        x = x + attn.call(ln1.call(x));
        return x + mlp.call(ln2.call(x)); // [B,T,C]
    }
}
