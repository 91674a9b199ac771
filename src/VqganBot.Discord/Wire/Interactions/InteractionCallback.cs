using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>The interaction after it was answered.</summary>
public sealed record InteractionCallback
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("type")]
    public InteractionType Type { get; init; }

    [JsonPropertyName("response_message_id")]
    public Snowflake? ResponseMessageId { get; init; }

    [JsonPropertyName("response_message_loading")]
    public bool? ResponseMessageLoading { get; init; }

    [JsonPropertyName("response_message_ephemeral")]
    public bool? ResponseMessageEphemeral { get; init; }
}
