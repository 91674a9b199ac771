namespace VqganBot.Search.Indexing;

/// <summary>A file as it was when it was last looked at.</summary>
/// <param name="File">Its name, length and time.</param>
/// <param name="Hash">SHA-256 of its content in hexadecimal digits; null where it could not be decoded.</param>
/// <param name="Problem">Why it could not be decoded; it is not tried again until it changes.</param>
internal sealed record KnownFile(FoundFile File, string? Hash, string? Problem);
