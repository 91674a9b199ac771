using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The picture of an embed, by its address or as <c>attachment://name</c>.</summary>
public sealed record EmbedImage
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }
}
