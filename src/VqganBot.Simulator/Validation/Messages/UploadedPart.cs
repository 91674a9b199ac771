namespace VqganBot.Simulator.Validation.Messages;

/// <summary>A file that came with a request.</summary>
/// <param name="Key">What <c>attachments[].id</c> calls it: the n of <c>files[n]</c>.</param>
internal sealed record UploadedPart(string Key, string Filename, string ContentType, ReadOnlyMemory<byte> Bytes);
