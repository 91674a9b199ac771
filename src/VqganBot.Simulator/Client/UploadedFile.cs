namespace VqganBot.Simulator.Client;

/// <summary>A file a user attaches.</summary>
/// <param name="AnnouncedSize">The bytes Discord tells the bot it has; those it really has by default.</param>
public sealed record UploadedFile(string Filename, string ContentType, ReadOnlyMemory<byte> Bytes, long? AnnouncedSize = null);
