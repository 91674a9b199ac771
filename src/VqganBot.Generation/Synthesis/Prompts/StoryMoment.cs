namespace VqganBot.Generation.Synthesis;

/// <summary>What of the story is painted in one step.</summary>
/// <param name="Phrase">The phrase that holds.</param>
/// <param name="Former">The one before it, which still pulls with what the share leaves over.</param>
/// <param name="Share">Above 0 to 1: how strongly the phrase pulls; 1 once the change is over.</param>
internal readonly record struct StoryMoment(int Phrase, int Former, double Share);
