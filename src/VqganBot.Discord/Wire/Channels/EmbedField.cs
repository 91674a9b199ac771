using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A named field of an embed.</summary>
public sealed record EmbedField
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("value")]
    public required string Value { get; init; }

    [JsonPropertyName("inline")]
    public bool? Inline { get; init; }
}
