namespace VqganBot.Generation.Drafts;

/// <summary>How far the drafting has come.</summary>
/// <param name="Drawn">Codes drawn.</param>
/// <param name="All">Codes to be drawn.</param>
/// <param name="Best">The best of the drafts that are ranked already; null before the first ones are.</param>
public readonly record struct DraftProgress(int Drawn, int All, Draft? Best);
