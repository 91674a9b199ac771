using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>OpenAI's names, which open_clip kept; its CustomTextCLIP puts the text tower under "text.".</summary>
internal sealed class OpenAiNames(string textPrefix) : ClipNames
{
    // The sizes that OpenAI's archives carry as buffers, and open_clip's stored causal mask: constants, not weights.
    private static readonly HashSet<string> Constants =
        ["input_resolution", "context_length", "context_length_", "vocab_size", "attn_mask", "text.attn_mask"];

    public override bool IsHuggingFace => false;

    public override bool IsIgnored(string key) => Constants.Contains(key);

    public override ClipConfig Config(Checkpoint file, ClipHints hints)
    {
        string blocks = textPrefix + "transformer.resblocks.";
        int width = Dimension(file, textPrefix + "ln_final.weight", 0, 1);
        var text = new ClipTextConfig(
            ContextLength: Dimension(file, textPrefix + "positional_embedding", 0, 2),
            VocabSize: Dimension(file, textPrefix + "token_embedding.weight", 0, 2),
            Width: width,
            Layers: CountLayers(file, blocks, ".attn.in_proj_weight"))
        {
            MlpWidth = MlpWidth(file, blocks, width),
        };
        int embedDim = Dimension(file, textPrefix + "text_projection", 1, 2);
        return Complete(new ClipConfig(embedDim, file.Tensors.ContainsKey("visual.proj") ? ViT(file) : ResNet(file), text), hints);
    }

    public override IReadOnlyDictionary<string, Tensor> Targets(ClipModel model) =>
        model.state_dict().ToDictionary(
            pair => pair.Key.StartsWith("visual.", StringComparison.Ordinal) || pair.Key == "logit_scale" ? pair.Key : textPrefix + pair.Key,
            pair => pair.Value);

    private static VisionTransformerConfig ViT(Checkpoint file)
    {
        const string Blocks = "visual.transformer.resblocks.";
        int patch = Dimension(file, "visual.conv1.weight", 3, 4);
        int width = Dimension(file, "visual.conv1.weight", 0, 4);
        int grid = Grid(file, "visual.positional_embedding");
        return new VisionTransformerConfig(patch * grid, patch, width, CountLayers(file, Blocks, ".attn.in_proj_weight"))
        {
            MlpWidth = MlpWidth(file, Blocks, width),
        };
    }

    private static ModifiedResNetConfig ResNet(Checkpoint file)
    {
        int[] blocks = [.. Enumerable.Range(1, 4).Select(layer => CountLayers(file, $"visual.layer{layer}.", ".conv1.weight"))];
        if (blocks.Contains(0))
            throw new CheckpointException(file.File, null, "its image tower is neither a transformer (visual.proj is missing) nor a ResNet (visual.layer1 to visual.layer4 are not all there)");
        int width = Dimension(file, "visual.layer1.0.conv1.weight", 0, 4);
        int grid = Grid(file, "visual.attnpool.positional_embedding");
        return new ModifiedResNetConfig(32 * grid, width, blocks);
    }

    private static int MlpWidth(Checkpoint file, string blocks, int width)
    {
        string key = blocks + "0.mlp.c_fc.weight";
        return file.Tensors.ContainsKey(key) ? Dimension(file, key, 0, 2) : 4 * width;
    }
}
