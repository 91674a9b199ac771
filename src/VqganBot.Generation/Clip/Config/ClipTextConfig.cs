namespace VqganBot.Generation.Clip;

/// <summary>The text tower: a causal transformer over <paramref name="ContextLength"/> tokens.</summary>
public sealed record ClipTextConfig(int ContextLength, int VocabSize, int Width, int Layers)
{
    /// <value>Attention heads; default: 64 channels each, as CLIP has it.</value>
    public int Heads { get; init; } = Math.Max(1, Width / 64);

    /// <value>Hidden channels of the feed-forward layers; default 4·<see cref="Width"/>.</value>
    public int MlpWidth { get; init; } = 4 * Width;
}
