using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A channel or thread; in interactions only part of it is sent.</summary>
public sealed record Channel
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("type")]
    public ChannelType Type { get; init; }

    [JsonPropertyName("guild_id")]
    public Snowflake? GuildId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("nsfw")]
    public bool? Nsfw { get; init; }

    [JsonPropertyName("parent_id")]
    public Snowflake? ParentId { get; init; }

    /// <value>Only in resolved data: the invoker's rights in it.</value>
    [JsonPropertyName("permissions")]
    public Permissions? Permissions { get; init; }
}
