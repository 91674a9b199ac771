using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The envelope of everything on the gateway.</summary>
public sealed record GatewayPayload
{
    [JsonPropertyName("op")]
    public required GatewayOpcode Op { get; init; }

    [JsonPropertyName("d")]
    public JsonElement? Data { get; init; }

    [JsonPropertyName("s")]
    public long? Sequence { get; init; }

    [JsonPropertyName("t")]
    public string? EventName { get; init; }
}
