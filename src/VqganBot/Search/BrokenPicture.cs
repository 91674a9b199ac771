namespace VqganBot.Search;

/// <summary>A file that looks like a picture by its name and cannot be read, and why.</summary>
internal sealed record BrokenPicture(string Path, string Problem);
