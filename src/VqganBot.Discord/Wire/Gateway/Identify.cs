using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Opcode 2.</summary>
public sealed record Identify
{
    /// <value>Without <c>Bot</c> in front.</value>
    [JsonPropertyName("token")]
    public required string Token { get; init; }

    [JsonPropertyName("intents")]
    public required GatewayIntents Intents { get; init; }

    [JsonPropertyName("properties")]
    public required IdentifyProperties Properties { get; init; }

    [JsonPropertyName("compress")]
    public bool? Compress { get; init; }

    [JsonPropertyName("large_threshold")]
    public int? LargeThreshold { get; init; }

    [JsonPropertyName("shard")]
    public IReadOnlyList<int>? Shard { get; init; }

    [JsonPropertyName("presence")]
    public PresenceUpdate? Presence { get; init; }
}
