using System.Text.Json;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Generation.Clip.Loading;

/// <summary>Reads the small JSON files that lie beside published weights.</summary>
internal static class ClipHintFiles
{
    public static ClipHints Beside(string weightsPath, bool huggingFace)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(weightsPath)) ?? ".";
        ClipHints config = Read(Path.Combine(folder, "config.json"), FromConfig);
        ClipHints openClip = Read(Path.Combine(folder, "open_clip_config.json"), FromOpenClip);
        ClipHints preprocessor = Read(Path.Combine(folder, "preprocessor_config.json"), FromPreprocessor);
        // Repositories with both layouts have both files; each layout trusts its own first.
        return huggingFace ? config.Or(preprocessor).Or(openClip) : openClip.Or(config).Or(preprocessor);
    }

    private static ClipHints Read(string path, Func<JsonElement, string, ClipHints> parse)
    {
        if (!File.Exists(path))
            return new ClipHints();
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return parse(document.RootElement, path);
        }
        catch (JsonException e)
        {
            throw new CheckpointException(path, null, $"it lies beside weights to describe them, but is not valid JSON ({e.Message.TrimEnd('.')})", e);
        }
    }

    // Hugging Face's CLIPConfig, or the flat arguments of openai/CLIP's constructor.
    private static ClipHints FromConfig(JsonElement root, string path)
    {
        JsonElement? vision = Child(root, "vision_config"), text = Child(root, "text_config");
        string? activation = Text(vision, "hidden_act") ?? Text(text, "hidden_act");
        return new ClipHints
        {
            VisionHeads = Int(vision, "num_attention_heads") ?? Int(root, "vision_heads"),
            TextHeads = Int(text, "num_attention_heads") ?? Int(root, "transformer_heads"),
            Activation = activation is null ? null : ClipActivations.Parse(activation)
                ?? throw new CheckpointException(path, "hidden_act", $"the activation \"{activation}\" is unknown; quick_gelu and gelu would do"),
            LayerNormEps = Number(vision, "layer_norm_eps") ?? Number(text, "layer_norm_eps"),
        };
    }

    private static ClipHints FromOpenClip(JsonElement root, string path)
    {
        JsonElement? model = Child(root, "model_cfg"), preprocess = Child(root, "preprocess_cfg");
        JsonElement? vision = Child(model, "vision_cfg"), text = Child(model, "text_cfg");
        bool quick = Child(model, "quick_gelu") is { ValueKind: JsonValueKind.True };
        return new ClipHints
        {
            VisionHeadWidth = Int(vision, "head_width"),
            TextHeads = Int(text, "heads"),
            // In open_clip's configurations silence means the exact GELU.
            Activation = model is null ? null : quick ? ClipActivation.QuickGelu : ClipActivation.Gelu,
            Mean = Floats(preprocess, "mean"),
            Std = Floats(preprocess, "std"),
        };
    }

    private static ClipHints FromPreprocessor(JsonElement root, string path) =>
        new() { Mean = Floats(root, "image_mean"), Std = Floats(root, "image_std") };

    private static JsonElement? Child(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } p && p.TryGetProperty(name, out JsonElement child) ? child : null;

    private static string? Text(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } child ? child.GetString() : null;

    private static int? Int(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Number } child && child.TryGetInt32(out int n) && n > 0 ? n : null;

    private static double? Number(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Number } child ? child.GetDouble() : null;

    private static float[]? Floats(JsonElement? parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Array } child && child.GetArrayLength() == 3
            ? [.. child.EnumerateArray().Select(e => e.GetSingle())]
            : null;
}
