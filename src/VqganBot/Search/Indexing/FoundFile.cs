namespace VqganBot.Search.Indexing;

/// <summary>A file that may be a picture.</summary>
/// <param name="Path">Within the folder, with '/'.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Modified">When it was last written, in ticks.</param>
internal sealed record FoundFile(string Path, long Bytes, long Modified);
