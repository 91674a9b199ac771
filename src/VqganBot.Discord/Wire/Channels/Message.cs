using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A message as Discord sends it.</summary>
public sealed record Message
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("channel_id")]
    public required Snowflake ChannelId { get; init; }

    [JsonPropertyName("author")]
    public User? Author { get; init; }

    [JsonPropertyName("content")]
    public string? Content { get; init; }

    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; init; }

    [JsonPropertyName("edited_timestamp")]
    public DateTimeOffset? EditedTimestamp { get; init; }

    [JsonPropertyName("attachments")]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    [JsonPropertyName("embeds")]
    public IReadOnlyList<Embed>? Embeds { get; init; }

    [JsonPropertyName("components")]
    public IReadOnlyList<Component>? Components { get; init; }

    [JsonPropertyName("flags")]
    public MessageFlags Flags { get; init; }

    [JsonPropertyName("type")]
    public int Type { get; init; }

    [JsonPropertyName("application_id")]
    public Snowflake? ApplicationId { get; init; }

    [JsonPropertyName("webhook_id")]
    public Snowflake? WebhookId { get; init; }

    [JsonPropertyName("message_reference")]
    public MessageReference? MessageReference { get; init; }

    /// <value>A number in messages of other clients.</value>
    [JsonPropertyName("nonce")]
    [JsonConverter(typeof(ScalarTextConverter))]
    public string? Nonce { get; init; }

    [JsonPropertyName("interaction_metadata")]
    public InteractionMetadata? InteractionMetadata { get; init; }
}
