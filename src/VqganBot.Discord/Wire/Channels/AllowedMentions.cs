using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Whom a message may ping. Always sent, since the defaults ping.</summary>
public sealed record AllowedMentions
{
    [JsonPropertyName("parse")]
    public required IReadOnlyList<string> Parse { get; init; }

    [JsonPropertyName("users")]
    public IReadOnlyList<Snowflake>? Users { get; init; }

    [JsonPropertyName("roles")]
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    [JsonPropertyName("replied_user")]
    public bool? RepliedUser { get; init; }

    /// <value>Nobody is pinged.</value>
    public static AllowedMentions None { get; } = new() { Parse = [] };
}
