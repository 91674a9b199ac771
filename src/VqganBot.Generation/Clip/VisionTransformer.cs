using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>CLIP's ViT: patches and one class token through a transformer; the class token is the picture's embedding.</summary>
internal sealed class VisionTransformer : Module<Tensor, Tensor>
{
    public readonly Conv2d conv1;
    public readonly Parameter class_embedding;
    public readonly Parameter positional_embedding;
    public readonly LayerNorm ln_pre;
    public readonly ClipTransformer transformer;
    public readonly LayerNorm ln_post;
    public readonly Parameter proj;

    public VisionTransformer(VisionTransformerConfig config, int embedDim, ClipActivation activation, double eps)
        : base(nameof(VisionTransformer))
    {
        long width = config.Width, tokens = config.Grid * config.Grid + 1;
        double scale = 1 / Math.Sqrt(width);
        conv1 = Conv2d(3, width, config.PatchSize, stride: config.PatchSize, bias: false);
        class_embedding = Parameter(torch.randn([width]) * scale);
        positional_embedding = Parameter(torch.randn([tokens, width]) * scale);
        ln_pre = LayerNorm(width, eps);
        transformer = new ClipTransformer(new ClipTransformerShape(width, config.Layers, config.Heads, config.MlpWidth, activation, eps, Causal: false));
        ln_post = LayerNorm(width, eps);
        proj = Parameter(torch.randn([width, embedDim]) * scale);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        long N = x.shape[0];
        x = conv1.call(x);                                       // [N,W,g,g]
        x = x.flatten(2).permute(2, 0, 1);                       // [g²,N,W]
        Tensor cls = class_embedding.expand(1, N, -1);           // [1,N,W]
        x = torch.cat([cls, x], 0);                              // [g²+1,N,W]
        x = x + positional_embedding.unsqueeze(1);               // [g²+1,N,W]
        x = transformer.call(ln_pre.Wide(x));
        x = ln_post.Wide(x[0]);                                  // [N,W]
        return torch.matmul(x, proj);                            // [N,D]
    }
}
