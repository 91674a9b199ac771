namespace VqganBot.Generation.Transformer;

/// <summary>The dimensions of a <see cref="Gpt"/>.</summary>
public sealed record GptConfig(int VocabSize, int BlockSize, int Layers, int Heads, int Width);
