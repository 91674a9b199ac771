using VqganBot.Generation.Checkpoints;

namespace VqganBot.Generation.Transformer;

/// <summary>The names in CLIP-GEN's released transformers (HFAiLab/clip-gen 97420d3), whose layers are PyTorch's own TransformerEncoderLayer.</summary>
internal static class ClipGenPriorNames
{
    private const string FirstNorm = "blocks.0.encoder.norm1.weight";

    // Both published sizes, 1024 and 1280, have heads of this width.
    private const int HeadWidth = 64;

    public static bool AreIn(Checkpoint file) => file.Tensors.ContainsKey(FirstNorm) && file.Tensors.ContainsKey("cond_proj.weight");

    /// <summary>The square grid that fills its places, and its heads.</summary>
    public static (int Rows, int Columns, int Heads) Grid(Checkpoint file)
    {
        long[] places = file.Tensors.TryGetValue("pos_emb", out TensorInfo? info) ? info.Shape : [];
        int side = places.Length == 3 ? (int)Math.Round(Math.Sqrt(places[1])) : 0;
        return side > 0 && (long)side * side == places[1]
            ? (side, side, (int)Math.Max(1, places[2] / HeadWidth))
            : throw new CheckpointException(file.File, "pos_emb", "it does not give each place of a square picture its position, as CLIP-GEN's transformers do");
    }

    /// <summary>Its embeddings go in as they are.</summary>
    public static PriorConfig Config(PriorConfig config) => config with { ConditionScale = 1 };

    /// <summary>What a tensor is called here; one that is not known keeps its name, so that loading tells of it.</summary>
    public static IEnumerable<TensorPart> Parts(string key)
    {
        // blocks.N.encoder.x.y, or blocks.N.mask, which only says that no place sees a later one
        string[] names = key.Split('.');
        if (names is ["blocks", _, "mask"])
            return [];
        if (key.StartsWith("norm.", StringComparison.Ordinal))
            return [new TensorPart("ln_f." + names[1])];
        if (names is not ["blocks", _, "encoder", ..])
            return [new TensorPart(key)];
        string block = $"blocks.{names[1]}";
        return names[3..] switch
        {
            ["norm1", string kind] => [new TensorPart($"{block}.ln1.{kind}")],
            ["norm2", string kind] => [new TensorPart($"{block}.ln2.{kind}")],
            ["linear1", string kind] => [new TensorPart($"{block}.mlp.0.{kind}")],
            ["linear2", string kind] => [new TensorPart($"{block}.mlp.2.{kind}")],
            ["self_attn", "out_proj", string kind] => [new TensorPart($"{block}.attn.proj.{kind}")],
            ["self_attn", "in_proj_weight"] => Thirds("weight"),
            ["self_attn", "in_proj_bias"] => Thirds("bias"),
            _ => [new TensorPart(key)],
        };

        IEnumerable<TensorPart> Thirds(string kind) =>
            [.. ((string[])["query", "key", "value"]).Select((name, i) => new TensorPart($"{block}.attn.{name}.{kind}", i, 3))];
    }
}
