namespace VqganBot.Search;

/// <summary>Something found, and the cosine between it and what was looked for.</summary>
internal readonly record struct Hit(long Id, float Cosine);
