using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The first event of a session.</summary>
public sealed record Ready
{
    [JsonPropertyName("v")]
    public int Version { get; init; }

    [JsonPropertyName("user")]
    public required User User { get; init; }

    [JsonPropertyName("guilds")]
    public IReadOnlyList<Guild>? Guilds { get; init; }

    [JsonPropertyName("session_id")]
    public required string SessionId { get; init; }

    [JsonPropertyName("resume_gateway_url")]
    public required string ResumeGatewayUrl { get; init; }

    [JsonPropertyName("shard")]
    public IReadOnlyList<int>? Shard { get; init; }

    [JsonPropertyName("application")]
    public required Application Application { get; init; }
}
