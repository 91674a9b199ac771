namespace VqganBot.CommandLine.Bench;

/// <summary>The dimensions of a published CLIP: of its image tower (a vision transformer) all, of the text tower, which has no part in a step, the width.</summary>
internal sealed record ClipShape(string Name, int Resolution, int Patch, int Layers, int Width, int EmbedDim, int TextWidth)
{
    // Published configurations: openai/CLIP, as its model archives imply them.
    public static readonly ClipShape[] Known =
    [
        new("ViT-B/32", 224, 32, 12, 768, 512, 512),
        new("ViT-B/16", 224, 16, 12, 768, 512, 512),
        new("ViT-L/14", 224, 14, 24, 1024, 768, 768),
    ];
}
