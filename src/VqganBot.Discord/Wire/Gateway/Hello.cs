using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Opcode 10.</summary>
public sealed record Hello
{
    /// <value>Milliseconds.</value>
    [JsonPropertyName("heartbeat_interval")]
    public required int HeartbeatInterval { get; init; }
}
