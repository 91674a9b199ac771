namespace VqganBot.Generation.Clip;

/// <summary>A ViT over patches of <paramref name="PatchSize"/>×<paramref name="PatchSize"/> pixels.</summary>
public sealed record VisionTransformerConfig(int InputResolution, int PatchSize, int Width, int Layers)
    : ClipVisionConfig(InputResolution)
{
    /// <value>Attention heads; default: 64 channels each, as CLIP has it.</value>
    public int Heads { get; init; } = Math.Max(1, Width / 64);

    /// <value>Hidden channels of the feed-forward layers; default 4·<see cref="Width"/>.</value>
    public int MlpWidth { get; init; } = 4 * Width;

    /// <value>Patches along one side.</value>
    public int Grid => InputResolution / PatchSize;
}
