using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>What Discord tells of an accepted answer.</summary>
public sealed record InteractionCallbackResponse
{
    [JsonPropertyName("interaction")]
    public required InteractionCallback Interaction { get; init; }

    [JsonPropertyName("resource")]
    public InteractionCallbackResource? Resource { get; init; }
}
