namespace VqganBot.Generation.Checkpoints;

/// <summary>Recognises a network by the names that only it has (openai/CLIP's model.py, Hugging Face's modeling_clip.py, taming's vqgan.py and mingpt.py).</summary>
internal static class CheckpointGuess
{
    private const string FirstStage = "first_stage_model.";

    public static (CheckpointKind Kind, string Description) Of(IReadOnlyDictionary<string, TensorInfo> tensors)
    {
        if (HasAny(tensors, FirstStage) && HasAny(tensors, "transformer."))
            return (CheckpointKind.Net2Net, $"a transformer over the codes of {Vqgan(tensors, FirstStage).Description}");
        if (tensors.ContainsKey("visual.layer1.0.conv1.weight"))
            return (CheckpointKind.ClipResNet, $"CLIP with a ResNet of {Blocks(tensors, "visual.layer{0}.0.conv1.weight", 1)} stages" + Clip(tensors));
        if (Find(tensors, 4, "visual.conv1.weight") is { } patch)
            return (CheckpointKind.ClipVit, $"CLIP with a vision transformer of width {patch.Shape[0]}, {Blocks(tensors, "visual.transformer.resblocks.{0}.attn.in_proj_weight")} layers and patches of {patch.Shape[3]}" + Clip(tensors));
        if (Find(tensors, 4, "vision_model.embeddings.patch_embedding.weight") is { } face)
            return (CheckpointKind.ClipVit, $"CLIP in Hugging Face's names with a vision transformer of width {face.Shape[0]}, {Blocks(tensors, "vision_model.encoder.layers.{0}.layer_norm1.weight")} layers and patches of {face.Shape[3]}" + Clip(tensors));
        if (Find(tensors, 2, "cond_proj.weight") is { } condition && Find(tensors, 2, "tok_emb.weight") is { } written)
        {
            var layers = Blocks(tensors, "blocks.{0}.ln1.weight") + Blocks(tensors, "blocks.{0}.encoder.norm1.weight");
            return (CheckpointKind.Prior, $"a prior that writes {written.Shape[0]} codes from embeddings of length {condition.Shape[1]}, width {written.Shape[1]}, {layers} layers");
        }
        if (Find(tensors, 2, "tok_emb.weight") is { } codes && tensors.ContainsKey("pos_emb"))
            return (CheckpointKind.Gpt, $"a GPT over {codes.Shape[0]} codes, width {codes.Shape[1]}, {Blocks(tensors, "blocks.{0}.ln1.weight")} layers");
        return Vqgan(tensors, "");
    }

    private static (CheckpointKind Kind, string Description) Vqgan(IReadOnlyDictionary<string, TensorInfo> tensors, string prefix)
    {
        if (!tensors.ContainsKey(prefix + "decoder.conv_in.weight"))
            return (CheckpointKind.Unknown, "no network that is known here");
        if (Find(tensors, 2, prefix + "quantizer.embedding.weight") is { } clipGen)
            return (CheckpointKind.VqModel, $"a VQGAN by CLIP-GEN of {clipGen.Shape[0]} codes of length {clipGen.Shape[1]}");
        var levels = $"{Blocks(tensors, prefix + "decoder.up.{0}.block.0.conv1.weight")} levels";
        if (Find(tensors, 2, prefix + "quantize.embed.weight") is { } gumbel && tensors.ContainsKey(prefix + "quantize.proj.weight"))
            return (CheckpointKind.GumbelVq, $"a VQGAN with a Gumbel quantiser of {gumbel.Shape[0]} codes of length {gumbel.Shape[1]}, {levels}");
        if (Find(tensors, 2, prefix + "quantize.embedding.weight") is { } plain)
            return (CheckpointKind.VqModel, $"a VQGAN of {plain.Shape[0]} codes of length {plain.Shape[1]}, {levels}");
        return (CheckpointKind.Unknown, "a decoder of pictures whose quantiser is not known here");
    }

    private static string Clip(IReadOnlyDictionary<string, TensorInfo> tensors)
    {
        if (Find(tensors, 2, "text_projection") is { } projection)
            return $", features of length {projection.Shape[1]}";
        return Find(tensors, 2, "text_projection.weight") is { } transposed ? $", features of length {transposed.Shape[0]}" : "";
    }

    private static TensorInfo? Find(IReadOnlyDictionary<string, TensorInfo> tensors, int dimensions, string key) =>
        tensors.TryGetValue(key, out var info) && info.Shape.Length == dimensions ? info : null;

    private static bool HasAny(IReadOnlyDictionary<string, TensorInfo> tensors, string prefix) =>
        tensors.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));

    private static int Blocks(IReadOnlyDictionary<string, TensorInfo> tensors, string pattern, int first = 0)
    {
        var count = 0;
        while (tensors.ContainsKey(pattern.Replace("{0}", (count + first).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)))
            count++;
        return count;
    }
}
