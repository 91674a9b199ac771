using TorchSharp;
using VqganBot.Generation.Clip;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Clip;

/// <summary>CLIPs small enough for a test.</summary>
internal static class TinyClip
{
    public static readonly ClipTextConfig Text = new(ContextLength: 8, VocabSize: 30, Width: 32, Layers: 2) { Heads = 2 };

    public static readonly ClipConfig ViT = new(16, new VisionTransformerConfig(InputResolution: 24, PatchSize: 8, Width: 32, Layers: 2) { Heads = 4 }, Text);

    public static readonly ClipConfig ResNet = new(16, new ModifiedResNetConfig(InputResolution: 32, Width: 4, Blocks: [1, 2, 1, 1]), Text);

    public static ClipModel Fresh(ClipConfig config)
    {
        torch.manual_seed(3);
        return new ClipModel(config);
    }

    public static Tensor Image(ClipConfig config, long count = 2)
    {
        torch.manual_seed(5);
        return torch.randn([count, 3, config.InputResolution, config.InputResolution]);
    }

    public static Tensor Tokens(params long[] tokens) => torch.tensor(tokens, [1, tokens.Length]);

    public static double Difference(Tensor a, Tensor b) => (a - b).abs().max().item<float>();
}
