namespace VqganBot.Discord.Rest;

/// <summary>A file that goes with a message, named by its place: the n-th is <c>files[n]</c>.</summary>
/// <param name="Filename">ASCII letters, digits, dots, dashes and underscores.</param>
/// <param name="Description">Alt text, at most 1024 characters.</param>
public sealed record FileUpload(string Filename, string ContentType, ReadOnlyMemory<byte> Bytes, string? Description = null);
