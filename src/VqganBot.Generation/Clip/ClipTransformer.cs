using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>The stack of blocks inside either tower; input and output are [length, batch, width].</summary>
internal sealed class ClipTransformer : Module<Tensor, Tensor>
{
    public readonly ModuleList<ResidualAttentionBlock> resblocks;

    public ClipTransformer(ClipTransformerShape shape) : base(nameof(ClipTransformer))
    {
        resblocks = new ModuleList<ResidualAttentionBlock>(
            [.. Enumerable.Range(0, shape.Layers).Select(_ => new ResidualAttentionBlock(shape))]);
        RegisterComponents();
        Initialize(shape);
    }

    public override Tensor forward(Tensor x)
    {
        foreach (ResidualAttentionBlock block in resblocks)
            x = block.call(x);
        return x; // [L,N,W]
    }

    // The deviations of openai/CLIP's initialize_parameters (d05afc4): residual branches start smaller the deeper the stack.
    private void Initialize(ClipTransformerShape shape)
    {
        double attention = 1 / Math.Sqrt(shape.Width);
        double residual = attention / Math.Sqrt(2.0 * shape.Layers);
        double hidden = 1 / Math.Sqrt(2.0 * shape.Width);
        foreach (ResidualAttentionBlock block in resblocks)
        {
            init.normal_(block.attn.in_proj_weight, 0, attention);
            init.normal_(block.attn.out_proj.weight, 0, residual);
            init.zeros_(block.attn.out_proj.bias!);
            init.normal_(block.mlp.c_fc.weight, 0, hidden);
            init.normal_(block.mlp.c_proj.weight, 0, residual);
        }
    }
}
