using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The things that options and targets name by id.</summary>
public sealed record ResolvedData
{
    [JsonPropertyName("users")]
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    [JsonPropertyName("members")]
    public IReadOnlyDictionary<Snowflake, GuildMember>? Members { get; init; }

    [JsonPropertyName("roles")]
    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }

    [JsonPropertyName("channels")]
    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }

    [JsonPropertyName("messages")]
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    [JsonPropertyName("attachments")]
    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}
