using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The small line under an embed.</summary>
public sealed record EmbedFooter
{
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
