using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Somebody used a command, a button, a menu or a modal of this application.</summary>
public sealed record Interaction
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("application_id")]
    public required Snowflake ApplicationId { get; init; }

    [JsonPropertyName("type")]
    public required InteractionType Type { get; init; }

    /// <value>Good for 15 minutes; whoever has it can post. Never logged.</value>
    [JsonPropertyName("token")]
    public required string Token { get; init; }

    [JsonPropertyName("version")]
    public int Version { get; init; }

    [JsonPropertyName("data")]
    public InteractionData? Data { get; init; }

    [JsonPropertyName("guild_id")]
    public Snowflake? GuildId { get; init; }

    [JsonPropertyName("channel")]
    public Channel? Channel { get; init; }

    [JsonPropertyName("channel_id")]
    public Snowflake? ChannelId { get; init; }

    /// <value>In a guild.</value>
    [JsonPropertyName("member")]
    public GuildMember? Member { get; init; }

    /// <value>In direct messages; else the member has it.</value>
    [JsonPropertyName("user")]
    public User? DirectUser { get; init; }

    /// <value>The message whose component was used.</value>
    [JsonPropertyName("message")]
    public Message? Message { get; init; }

    /// <value>The rights of the bot in that channel.</value>
    [JsonPropertyName("app_permissions")]
    public Permissions? AppPermissions { get; init; }

    [JsonPropertyName("locale")]
    public string? Locale { get; init; }

    [JsonPropertyName("guild_locale")]
    public string? GuildLocale { get; init; }

    [JsonPropertyName("context")]
    public InteractionContextType? Context { get; init; }

    [JsonPropertyName("authorizing_integration_owners")]
    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <value>Bytes of the largest file the answer may carry.</value>
    [JsonPropertyName("attachment_size_limit")]
    public long? AttachmentSizeLimit { get; init; }

    /// <value>Who did it, in a guild or not.</value>
    [JsonIgnore]
    public User User => Member?.User ?? DirectUser
        ?? throw new JsonException($"Interaction {Id} names neither a member nor a user.");
}
