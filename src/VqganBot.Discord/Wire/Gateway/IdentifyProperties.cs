using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Who connects.</summary>
public sealed record IdentifyProperties
{
    [JsonPropertyName("os")]
    public required string Os { get; init; }

    [JsonPropertyName("browser")]
    public required string Browser { get; init; }

    [JsonPropertyName("device")]
    public required string Device { get; init; }
}
