using VqganBot.Generation.Packs;

namespace VqganBot.Training.Packs;

/// <summary>The manifest of a pack that was trained here.</summary>
internal static class PackDefaults
{
    public const int Steps = 250;

    /// <value>Codes that follow averages are larger than published ones, and want longer steps.</value>
    public const double LearningRate = 0.4;

    public static ModelPackManifest Manifest(string name, PackSources sources, PackTexts texts) => new()
    {
        Name = name,
        Description = texts.Description,
        Vqgan = "vqgan.safetensors",
        VqganConfig = "vqgan.yaml",
        Clip = ["clip.safetensors"],
        Tokenizer = sources.Tokenizer.EndsWith(".gz", StringComparison.Ordinal) ? "merges.txt.gz" : "merges.txt",
        Prior = sources.Prior is null ? null : "prior.safetensors",
        DefaultSize = [texts.Resolution, texts.Resolution],
        DefaultSteps = Steps,
        DefaultLearningRate = LearningRate,
        Vocabulary = texts.Vocabulary,
        License = texts.License,
        Notes = texts.Notes,
    };
}
