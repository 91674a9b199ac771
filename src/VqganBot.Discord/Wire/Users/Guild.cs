using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A guild, as far as this client looks at it; in READY only the id and that it is unavailable.</summary>
public sealed record Guild
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("unavailable")]
    public bool? Unavailable { get; init; }

    [JsonPropertyName("preferred_locale")]
    public string? PreferredLocale { get; init; }

    [JsonPropertyName("premium_tier")]
    public int? PremiumTier { get; init; }

    [JsonPropertyName("roles")]
    public IReadOnlyList<Role>? Roles { get; init; }

    [JsonPropertyName("channels")]
    public IReadOnlyList<Channel>? Channels { get; init; }
}
