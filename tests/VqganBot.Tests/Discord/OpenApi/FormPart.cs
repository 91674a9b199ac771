namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>One part of a multipart form.</summary>
internal sealed record FormPart(string Disposition, string? ContentType, byte[] Body);
