using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>One entry of a select menu.</summary>
public sealed record SelectOption
{
    [JsonPropertyName("label")]
    public required string Label { get; init; }

    [JsonPropertyName("value")]
    public required string Value { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("emoji")]
    public PartialEmoji? Emoji { get; init; }

    [JsonPropertyName("default")]
    public bool? Default { get; init; }
}
