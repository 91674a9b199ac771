namespace VqganBot.Search;

/// <summary>A picture that was found; where the folder has copies of it, all their paths.</summary>
internal sealed record FoundPicture(IReadOnlyList<string> Paths, float Cosine);
