using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The answer to an interaction, due within 3 seconds.</summary>
public sealed record InteractionResponse
{
    [JsonPropertyName("type")]
    public required InteractionCallbackType Type { get; init; }

    [JsonPropertyName("data")]
    public InteractionCallbackData? Data { get; init; }
}
