namespace VqganBot.Search;

/// <summary>How many of the files that have to be looked at have been.</summary>
internal readonly record struct IndexProgress(int Done, int Total);
