namespace VqganBot.Generation.Synthesis;

/// <summary>A prompt for a part of the picture.</summary>
/// <param name="Prompt">One phrase, <c>text:weight:stop</c> joined by <c>|</c>.</param>
/// <param name="Outside">Whether it is about all but the area.</param>
public sealed record SpotPrompt(string Prompt, SpotArea Area, bool Outside = false);
