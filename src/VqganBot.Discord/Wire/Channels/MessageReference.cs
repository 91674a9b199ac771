using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The message that is answered.</summary>
public sealed record MessageReference
{
    [JsonPropertyName("type")]
    public int? Type { get; init; }

    [JsonPropertyName("message_id")]
    public Snowflake? MessageId { get; init; }

    [JsonPropertyName("channel_id")]
    public Snowflake? ChannelId { get; init; }

    [JsonPropertyName("guild_id")]
    public Snowflake? GuildId { get; init; }

    [JsonPropertyName("fail_if_not_exists")]
    public bool? FailIfNotExists { get; init; }
}
