namespace VqganBot.CommandLine.Bench;

/// <summary>A painter and a judge of published size, written "imagenet-16384+ViT-B/32".</summary>
internal sealed record BenchShapes(VqganShape Vqgan, ClipShape Clip)
{
    public static readonly BenchShapes Default = new(VqganShape.Known[0], ClipShape.Known[0]);

    public static string Accepted =>
        $"one of {string.Join(", ", VqganShape.Known.Select(shape => shape.Name))}, then '+', then one of {string.Join(", ", ClipShape.Known.Select(shape => shape.Name))}";

    public string Name => $"{Vqgan.Name}+{Clip.Name}";

    public static BenchShapes? Find(string text)
    {
        var parts = text.Split('+', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2) return null;
        var vqgan = Array.Find(VqganShape.Known, shape => Same(shape.Name, parts[0]));
        var clip = Array.Find(ClipShape.Known, shape => Same(shape.Name, parts[1]));
        return vqgan is null || clip is null ? null : new BenchShapes(vqgan, clip);
    }

    private static bool Same(string name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
