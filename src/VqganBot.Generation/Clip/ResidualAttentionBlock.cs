using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>One transformer block, normalised before each half: x + attn(ln(x)), then x + mlp(ln(x)).</summary>
internal sealed class ResidualAttentionBlock : Module<Tensor, Tensor>
{
    public readonly LayerNorm ln_1;
    public readonly Attention attn;
    public readonly LayerNorm ln_2;
    public readonly Mlp mlp;

    public ResidualAttentionBlock(ClipTransformerShape shape) : base(nameof(ResidualAttentionBlock))
    {
        ln_1 = LayerNorm(shape.Width, shape.Eps);
        attn = new Attention(shape.Width, shape.Heads, shape.Causal);
        ln_2 = LayerNorm(shape.Width, shape.Eps);
        mlp = new Mlp(shape.Width, shape.MlpWidth, shape.Activation);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using DisposeScope scope = NewDisposeScope();
        x = x + attn.call(ln_1.Wide(x));
        return (x + mlp.call(ln_2.Wide(x))).MoveToOuterDisposeScope(); // [L,N,W]
    }
}
