namespace VqganBot.Generation.Synthesis;

/// <summary>One prompt of a phrase, read.</summary>
/// <param name="Weight">How strongly it pulls; a negative weight pushes away.</param>
/// <param name="Stop">Below this distance it pulls no more.</param>
public sealed record TextPrompt(string Text, double Weight = 1, double Stop = double.NegativeInfinity);
