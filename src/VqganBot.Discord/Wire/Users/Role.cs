using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A role of a guild.</summary>
public sealed record Role
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("permissions")]
    public Permissions? Permissions { get; init; }

    [JsonPropertyName("position")]
    public int? Position { get; init; }

    [JsonPropertyName("color")]
    public int? Color { get; init; }
}
