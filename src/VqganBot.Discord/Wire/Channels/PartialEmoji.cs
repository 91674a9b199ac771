using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>An emoji on a button or an option.</summary>
public sealed record PartialEmoji
{
    [JsonPropertyName("id")]
    public Snowflake? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("animated")]
    public bool? Animated { get; init; }
}
