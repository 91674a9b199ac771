namespace VqganBot.Simulator.Rest;

/// <summary>A REST request as it came.</summary>
/// <param name="Path">Below <c>/api/v10</c>, unescaped, without the query.</param>
/// <param name="Query">With its question mark; empty where there is none.</param>
public sealed record RecordedRequest(string Method, string Path, string Query, string? ContentType, ReadOnlyMemory<byte> Body);
