using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A user as a member of the guild; in an interaction it carries the rights the member has in that channel.</summary>
public sealed record GuildMember
{
    [JsonPropertyName("user")]
    public User? User { get; init; }

    [JsonPropertyName("nick")]
    public string? Nick { get; init; }

    [JsonPropertyName("roles")]
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <value>Only in interactions: the rights in the channel, overwrites counted in.</value>
    [JsonPropertyName("permissions")]
    public Permissions? Permissions { get; init; }

    [JsonPropertyName("joined_at")]
    public DateTimeOffset? JoinedAt { get; init; }

    [JsonPropertyName("deaf")]
    public bool? Deaf { get; init; }

    [JsonPropertyName("mute")]
    public bool? Mute { get; init; }

    [JsonPropertyName("flags")]
    public int? Flags { get; init; }
}
