namespace VqganBot.CommandLine.Search;

/// <summary>One line of <c>search --json</c>.</summary>
internal sealed record SearchResult(string Path, double Score, IReadOnlyList<string> Copies);
