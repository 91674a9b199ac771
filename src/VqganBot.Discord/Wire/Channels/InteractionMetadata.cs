using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Of a message that answers an interaction: which, and whose.</summary>
public sealed record InteractionMetadata
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("type")]
    public InteractionType Type { get; init; }

    [JsonPropertyName("user")]
    public User? User { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
