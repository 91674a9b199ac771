namespace VqganBot.Generation.Synthesis;

/// <summary>What a state file says of an image prompt beside its pixels.</summary>
internal sealed record StoredImagePrompt(double Weight, double Stop);
