using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>What the answer made.</summary>
public sealed record InteractionCallbackResource
{
    [JsonPropertyName("type")]
    public InteractionCallbackType Type { get; init; }

    [JsonPropertyName("message")]
    public Message? Message { get; init; }
}
