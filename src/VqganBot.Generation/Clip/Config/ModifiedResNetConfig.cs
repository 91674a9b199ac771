namespace VqganBot.Generation.Clip;

/// <summary>CLIP's ResNet: <paramref name="Blocks"/> bottlenecks in each of the four layers, the first <paramref name="Width"/> channels wide.</summary>
public sealed record ModifiedResNetConfig(int InputResolution, int Width, IReadOnlyList<int> Blocks)
    : ClipVisionConfig(InputResolution)
{
    /// <value>Heads of the attention pool; default: 64 channels each.</value>
    public int Heads { get; init; } = Math.Max(1, Width * 32 / 64);

    /// <value>Channels after the last layer: four times widened, doubled in each of three layers.</value>
    public int OutputWidth => Width * 32;

    /// <value>Side of the last feature map: the stem shrinks by 4, the layers by 8.</value>
    public int OutputGrid => InputResolution / 32;
}
