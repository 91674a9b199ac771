using VqganBot.Generation.Checkpoints;

namespace VqganBot.Generation.Vqgan;

/// <summary>
/// The names in CLIP-GEN's own VQGAN (HFAiLab/clip-gen 97420d3): levels, blocks and attention in one sequence, counted in the
/// order they run, and attention by one matrix for query, key and value. The network is taming's but for the ε of its normalisations.
/// </summary>
internal sealed class ClipGenVqganNames
{
    public const double NormEps = 1e-5;

    private static readonly Dictionary<string, string> WithinBlock = new()
    {
        ["block.0"] = "norm1", ["block.2"] = "conv1", ["block.3"] = "norm2", ["block.6"] = "conv2", ["shortcut"] = "nin_shortcut",
    };

    // From the path of a layer, or of what stands directly at it, to taming's.
    private readonly Dictionary<string, string> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _attention = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal)
    {
        ["encoder.conv_in"] = "encoder.conv_in",
        ["encoder.final.0"] = "encoder.norm_out",
        ["encoder.final.2"] = "encoder.conv_out",
        ["encoder.final.3"] = "quant_conv",
        ["decoder.quant_conv_in"] = "post_quant_conv",
        ["decoder.conv_in"] = "decoder.conv_in",
        ["decoder.final.0"] = "decoder.norm_out",
        ["decoder.final.2"] = "decoder.conv_out",
        ["quantizer.embedding"] = "quantize.embedding",
    };

    public ClipGenVqganNames(VqganConfig config)
    {
        int levels = config.ChannelMultipliers.Count, resolution = config.Resolution;
        Sequence down = new(this, "encoder.down"), up = new(this, "decoder.up");
        for (int level = 0; level < levels; level++, resolution /= 2)
            down.Add($"encoder.down.{level}", config.ResBlocks, config.AttentionResolutions.Contains(resolution), level < levels - 1 ? "downsample" : null);
        for (int level = levels - 1; level >= 0; level--)
            up.Add($"decoder.up.{level}", config.ResBlocks + 1, config.AttentionResolutions.Contains(config.Resolution >> level), level > 0 ? "upsample" : null);
        foreach (string half in (string[])["encoder", "decoder"])
        {
            _blocks[$"{half}.mid.0"] = $"{half}.mid.block_1";
            _attention[$"{half}.mid.1"] = $"{half}.mid.attn_1";
            _blocks[$"{half}.mid.2"] = $"{half}.mid.block_2";
        }
    }

    public static bool AreIn(Checkpoint file) => file.Tensors.ContainsKey("quantizer.embedding.weight") && file.Tensors.ContainsKey("decoder.quant_conv_in.weight");

    /// <summary>What a tensor is called here; one that is not known keeps its name, so that loading tells of it.</summary>
    public IEnumerable<TensorPart> Parts(string key)
    {
        // Only training needs it.
        if (key.StartsWith("discriminator.", StringComparison.Ordinal))
            return [];
        int dot = key.LastIndexOf('.');
        (string path, string kind) = dot < 0 ? (key, "") : (key[..dot], key[dot..]);
        if (_others.TryGetValue(path, out string? other))
            return [new TensorPart(other + kind)];
        return OfBlock(path, kind) ?? OfAttention(key) ?? [new TensorPart(key)];
    }

    private IEnumerable<TensorPart>? OfBlock(string path, string kind) => WithinBlock
        .Where(pair => path.EndsWith("." + pair.Key, StringComparison.Ordinal) && _blocks.ContainsKey(path[..^(pair.Key.Length + 1)]))
        .Select(pair => (TensorPart[])[new TensorPart($"{_blocks[path[..^(pair.Key.Length + 1)]]}.{pair.Value}{kind}")])
        .FirstOrDefault();

    private IEnumerable<TensorPart>? OfAttention(string key)
    {
        string[] names = key.Split('.');
        string path = string.Join('.', names.Take(3));
        if (!_attention.TryGetValue(path, out string? attention))
            return null;
        return string.Join('.', names.Skip(3)) switch
        {
            "norm.weight" => [new TensorPart($"{attention}.norm.weight")],
            "norm.bias" => [new TensorPart($"{attention}.norm.bias")],
            "attn.in_proj_weight" => Thirds("weight", 2),
            "attn.in_proj_bias" => Thirds("bias", 0),
            "attn.out_proj.weight" => [new TensorPart($"{attention}.proj_out.weight", Ones: 2)],
            "attn.out_proj.bias" => [new TensorPart($"{attention}.proj_out.bias")],
            _ => null,
        };

        IEnumerable<TensorPart> Thirds(string kind, int ones) =>
            [.. ((string[])["q", "k", "v"]).Select((name, i) => new TensorPart($"{attention}.{name}.{kind}", i, 3, ones))];
    }

    private sealed class Sequence(ClipGenVqganNames names, string path)
    {
        private int _next;

        public void Add(string level, int blocks, bool attention, string? resampling)
        {
            for (int block = 0; block < blocks; block++)
            {
                names._blocks[$"{path}.{_next++}"] = $"{level}.block.{block}";
                if (attention)
                    names._attention[$"{path}.{_next++}"] = $"{level}.attn.{block}";
            }

            if (resampling is not null)
                names._others[$"{path}.{_next++}.conv"] = $"{level}.{resampling}.conv";
        }
    }
}
