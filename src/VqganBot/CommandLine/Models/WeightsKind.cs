using VqganBot.Generation.Checkpoints;

namespace VqganBot.CommandLine.Models;

/// <summary>Tells a network by the keys only it has.</summary>
internal static class WeightsKind
{
    public static string Guess(Checkpoint checkpoint)
    {
        bool Has(string end) => checkpoint.Tensors.Keys.Any(key => key.EndsWith(end, StringComparison.Ordinal));
        if (checkpoint.Metadata.TryGetValue("format", out var format) && format.StartsWith("vqganbot-painting", StringComparison.Ordinal))
            return "a saved painting of this program: go on with imagine --resume";
        if (Has("first_stage_model.quantize.embedding.weight")) return "a Net2Net transformer with a VQGAN as its first stage";
        if (Shape(checkpoint, "quantize.embedding.weight") is { } codes) return $"a VQGAN with {codes[0]} codes of {codes[^1]}";
        if (Shape(checkpoint, "quantize.embed.weight") is { } gumbel) return $"a VQGAN with Gumbel quantisation, {gumbel[0]} codes of {gumbel[^1]}";
        if (Has("visual.proj")) return "a CLIP with a vision transformer";
        if (Has("visual.attnpool.c_proj.weight")) return "a CLIP with a ResNet";
        if (Has("vision_model.embeddings.patch_embedding.weight")) return "a CLIP in Hugging Face's layout";
        if (Has("tok_emb.weight")) return "taming's minGPT";
        return "no network this program knows";
    }

    private static long[]? Shape(Checkpoint checkpoint, string key) =>
        checkpoint.Tensors.TryGetValue(key, out var tensor) ? tensor.Shape : null;
}
