using System.Globalization;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>What the shapes of the weights do not tell: heads, activation, ε, normalisation. Null where nothing was said.</summary>
internal sealed record ClipHints
{
    public int? VisionHeads { get; init; }

    public int? TextHeads { get; init; }

    public int? VisionHeadWidth { get; init; }

    public ClipActivation? Activation { get; init; }

    public double? LayerNormEps { get; init; }

    public IReadOnlyList<float>? Mean { get; init; }

    public IReadOnlyList<float>? Std { get; init; }

    /// <summary>The hints our own writer leaves in a safetensors file; see <see cref="ToMetadata"/>.</summary>
    public static ClipHints FromMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        return new ClipHints
        {
            VisionHeads = Int("clip.vision_heads"),
            TextHeads = Int("clip.text_heads"),
            Activation = metadata.TryGetValue("clip.activation", out string? name) ? ClipActivations.Parse(name) : null,
            LayerNormEps = metadata.TryGetValue("clip.layer_norm_eps", out string? eps)
                && double.TryParse(eps, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null,
            Mean = Floats("clip.mean"),
            Std = Floats("clip.std"),
        };

        int? Int(string key) =>
            metadata.TryGetValue(key, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0 ? n : null;

        float[]? Floats(string key)
        {
            if (!metadata.TryGetValue(key, out string? text))
                return null;
            string[] parts = text.Split(' ');
            var values = new float[3];
            if (parts.Length != values.Length)
                return null;
            for (int i = 0; i < values.Length; i++)
            {
                if (!float.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
                    return null;
            }
            return values;
        }
    }

    /// <summary>The metadata that makes a safetensors file of this network complete in itself.</summary>
    public static IReadOnlyDictionary<string, string> ToMetadata(ClipConfig config)
    {
        int visionHeads = config.Vision switch
        {
            VisionTransformerConfig vit => vit.Heads,
            ModifiedResNetConfig resnet => resnet.Heads,
            _ => throw new ArgumentException("An image tower is a transformer or a ResNet.", nameof(config)),
        };
        return new Dictionary<string, string>
        {
            ["clip.vision_heads"] = visionHeads.ToString(CultureInfo.InvariantCulture),
            ["clip.text_heads"] = config.Text.Heads.ToString(CultureInfo.InvariantCulture),
            ["clip.activation"] = config.Activation.Name(),
            ["clip.layer_norm_eps"] = config.LayerNormEps.ToString("R", CultureInfo.InvariantCulture),
            ["clip.mean"] = Join(config.Mean),
            ["clip.std"] = Join(config.Std),
        };

        static string Join(IEnumerable<float> values) =>
            string.Join(' ', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
    }

    /// <summary>This, and where it says nothing, <paramref name="other"/>.</summary>
    public ClipHints Or(ClipHints other) => new()
    {
        VisionHeads = VisionHeads ?? other.VisionHeads,
        TextHeads = TextHeads ?? other.TextHeads,
        VisionHeadWidth = VisionHeadWidth ?? other.VisionHeadWidth,
        Activation = Activation ?? other.Activation,
        LayerNormEps = LayerNormEps ?? other.LayerNormEps,
        Mean = Mean ?? other.Mean,
        Std = Std ?? other.Std,
    };
}
