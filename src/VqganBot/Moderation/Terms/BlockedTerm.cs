namespace VqganBot.Moderation;

/// <summary>Words or a pattern that nobody may paint, or only where it is age-restricted.</summary>
/// <param name="Text">As it was typed. A star at the end of words stands for any ending.</param>
internal sealed record BlockedTerm(string Text, bool IsRegex = false, bool NsfwOnly = false);
