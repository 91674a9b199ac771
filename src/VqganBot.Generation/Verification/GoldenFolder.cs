namespace VqganBot.Generation.Verification;

/// <summary>The files of one folder, sorted by what they are for.</summary>
internal sealed class GoldenFolder
{
    private static readonly string[] WeightEndings = [".safetensors", ".pt", ".pth", ".ckpt", ".bin"];

    public GoldenFolder(string path)
    {
        if (!Directory.Exists(path))
            throw new VerificationException(path, "there is no such folder.");
        Root = path;
        string[] files = [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)];
        Weights = [.. files.Where(IsWeights)];
        Yaml = files.FirstOrDefault(file => Path.GetExtension(file) is ".yaml" or ".yml");
        Merges = files.FirstOrDefault(file => file.EndsWith(".txt.gz", StringComparison.Ordinal))
            ?? files.FirstOrDefault(file => Path.GetExtension(file) is ".txt" or ".gz" or ".bpe");
    }

    public string Root { get; }

    /// <value>Every file of weights, io.safetensors not among them.</value>
    public IReadOnlyList<string> Weights { get; }

    /// <value>A VQGAN's configuration.</value>
    public string? Yaml { get; }

    /// <value>A tokenizer's merges.</value>
    public string? Merges { get; }

    public string TokenizerCases => Path.Combine(Root, "golden.json");

    public string Config => Path.Combine(Root, "config.json");

    /// <summary>The folders beside this one.</summary>
    public IEnumerable<GoldenFolder> Siblings()
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Root));
        string? parent = Path.GetDirectoryName(full);
        return parent is null
            ? []
            : Directory.EnumerateDirectories(parent).Where(folder => folder != full).Order(StringComparer.Ordinal).Select(folder => new GoldenFolder(folder));
    }

    private static bool IsWeights(string file) =>
        WeightEndings.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != GoldenArrays.FileName;
}
