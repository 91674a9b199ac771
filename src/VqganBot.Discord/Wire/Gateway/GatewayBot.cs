using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Where the gateway is, and how many sessions may still be started.</summary>
public sealed record GatewayBot
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("shards")]
    public int Shards { get; init; }

    [JsonPropertyName("session_start_limit")]
    public required SessionStartLimit SessionStartLimit { get; init; }
}
