namespace VqganBot.Generation.Synthesis;

/// <summary>A prompt cannot be read, or is longer than a prompt may be.</summary>
public sealed class PromptException(string message) : Exception(message);
