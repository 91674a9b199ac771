using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Opcode 6.</summary>
public sealed record Resume
{
    [JsonPropertyName("token")]
    public required string Token { get; init; }

    [JsonPropertyName("session_id")]
    public required string SessionId { get; init; }

    [JsonPropertyName("seq")]
    public required long Sequence { get; init; }
}
