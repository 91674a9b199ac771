using VqganBot.Generation.Checkpoints;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>Hugging Face's CLIPModel: q, k and v apart, the two projections transposed, ViT only.</summary>
internal sealed class HuggingFaceNames : ClipNames
{
    private const string VisionLayers = "vision_model.encoder.layers.";
    private const string TextLayers = "text_model.encoder.layers.";

    public override bool IsHuggingFace => true;

    // 0, 1, 2 …: older versions stored the index of each position.
    public override bool IsIgnored(string key) => key.EndsWith(".embeddings.position_ids", StringComparison.Ordinal);

    public override ClipConfig Config(Checkpoint file, ClipHints hints)
    {
        const string Patches = "vision_model.embeddings.patch_embedding.weight";
        const string Tokens = "text_model.embeddings.token_embedding.weight";
        int patch = Dimension(file, Patches, 3, 4);
        int grid = Grid(file, "vision_model.embeddings.position_embedding.weight");
        var vision = new VisionTransformerConfig(patch * grid, patch, Dimension(file, Patches, 0, 4), CountLayers(file, VisionLayers, ".layer_norm1.weight"))
        {
            MlpWidth = Dimension(file, VisionLayers + "0.mlp.fc1.weight", 0, 2),
        };
        var text = new ClipTextConfig(
            ContextLength: Dimension(file, "text_model.embeddings.position_embedding.weight", 0, 2),
            VocabSize: Dimension(file, Tokens, 0, 2),
            Width: Dimension(file, Tokens, 1, 2),
            Layers: CountLayers(file, TextLayers, ".layer_norm1.weight"))
        {
            MlpWidth = Dimension(file, TextLayers + "0.mlp.fc1.weight", 0, 2),
        };
        return Complete(new ClipConfig(Dimension(file, "visual_projection.weight", 0, 2), vision, text), hints);
    }

    public override IReadOnlyDictionary<string, Tensor> Targets(ClipModel model)
    {
        var vision = (VisionTransformer)model.visual;
        var targets = new Dictionary<string, Tensor>
        {
            ["logit_scale"] = model.logit_scale,
            ["visual_projection.weight"] = vision.proj.t(),
            ["text_projection.weight"] = model.text_projection.t(),
            ["vision_model.embeddings.class_embedding"] = vision.class_embedding,
            ["vision_model.embeddings.patch_embedding.weight"] = vision.conv1.weight,
            ["vision_model.embeddings.position_embedding.weight"] = vision.positional_embedding,
            ["vision_model.pre_layrnorm.weight"] = vision.ln_pre.weight!, // sic: the published spelling
            ["vision_model.pre_layrnorm.bias"] = vision.ln_pre.bias!,
            ["vision_model.post_layernorm.weight"] = vision.ln_post.weight!,
            ["vision_model.post_layernorm.bias"] = vision.ln_post.bias!,
            ["text_model.embeddings.token_embedding.weight"] = model.token_embedding.weight!,
            ["text_model.embeddings.position_embedding.weight"] = model.positional_embedding,
            ["text_model.final_layer_norm.weight"] = model.ln_final.weight!,
            ["text_model.final_layer_norm.bias"] = model.ln_final.bias!,
        };
        AddLayers(targets, VisionLayers, vision.transformer);
        AddLayers(targets, TextLayers, model.transformer);
        return targets;
    }

    private static void AddLayers(Dictionary<string, Tensor> targets, string prefix, ClipTransformer transformer)
    {
        for (int i = 0; i < transformer.resblocks.Count; i++)
        {
            ResidualAttentionBlock block = transformer.resblocks[i];
            string layer = $"{prefix}{i}.";
            long width = block.attn.in_proj_weight.shape[1];
            string[] thirds = ["q_proj", "k_proj", "v_proj"];
            for (int t = 0; t < thirds.Length; t++)
            {
                targets[$"{layer}self_attn.{thirds[t]}.weight"] = block.attn.in_proj_weight.narrow(0, t * width, width); // [W,W]
                targets[$"{layer}self_attn.{thirds[t]}.bias"] = block.attn.in_proj_bias.narrow(0, t * width, width);     // [W]
            }
            targets[layer + "self_attn.out_proj.weight"] = block.attn.out_proj.weight!;
            targets[layer + "self_attn.out_proj.bias"] = block.attn.out_proj.bias!;
            targets[layer + "layer_norm1.weight"] = block.ln_1.weight!;
            targets[layer + "layer_norm1.bias"] = block.ln_1.bias!;
            targets[layer + "layer_norm2.weight"] = block.ln_2.weight!;
            targets[layer + "layer_norm2.bias"] = block.ln_2.bias!;
            targets[layer + "mlp.fc1.weight"] = block.mlp.c_fc.weight!;
            targets[layer + "mlp.fc1.bias"] = block.mlp.c_fc.bias!;
            targets[layer + "mlp.fc2.weight"] = block.mlp.c_proj.weight!;
            targets[layer + "mlp.fc2.bias"] = block.mlp.c_proj.bias!;
        }
    }
}
