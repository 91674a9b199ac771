namespace VqganBot.Generation.Synthesis;

/// <summary>A random point in CLIP's space to paint towards.</summary>
public sealed record NoisePrompt(ulong Seed, double Weight = 1);
