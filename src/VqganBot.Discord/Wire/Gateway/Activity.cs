using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A line of a presence.</summary>
public sealed record Activity
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <value>4 is a custom status, whose text is <see cref="State"/>.</value>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }
}
