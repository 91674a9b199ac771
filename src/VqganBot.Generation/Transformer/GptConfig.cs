namespace VqganBot.Generation.Transformer;

/// <summary>The dimensions of a <see cref="Gpt"/>.</summary>
public sealed record GptConfig(int VocabSize, int BlockSize, int Layers, int Heads, int Width)
{
    /// <value>How many codes at the beginning, a condition, see each other in both directions; default 0.</value>
    public int Unmasked { get; init; }
}
