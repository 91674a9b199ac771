using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A card in a message; all embeds of a message together hold at most 6000 characters.</summary>
public sealed record Embed
{
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("color")]
    public int? Color { get; init; }

    [JsonPropertyName("footer")]
    public EmbedFooter? Footer { get; init; }

    [JsonPropertyName("image")]
    public EmbedImage? Image { get; init; }

    [JsonPropertyName("fields")]
    public IReadOnlyList<EmbedField>? Fields { get; init; }
}
