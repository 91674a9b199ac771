using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>What the answer carries: fields of a message, the suggestions of an autocomplete, or a modal.</summary>
public sealed record InteractionCallbackData
{
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    [JsonPropertyName("embeds")]
    public IReadOnlyList<Embed>? Embeds { get; init; }

    [JsonPropertyName("allowed_mentions")]
    public AllowedMentions? AllowedMentions { get; init; }

    [JsonPropertyName("components")]
    public IReadOnlyList<Component>? Components { get; init; }

    [JsonPropertyName("attachments")]
    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }

    [JsonPropertyName("flags")]
    public MessageFlags? Flags { get; init; }

    /// <value>At most 25.</value>
    [JsonPropertyName("choices")]
    public IReadOnlyList<ApplicationCommandChoice>? Choices { get; init; }

    /// <value>Of a modal.</value>
    [JsonPropertyName("custom_id")]
    public string? CustomId { get; init; }

    /// <value>Of a modal, at most 45 characters.</value>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    public static InteractionCallbackData Of(MessageBody body) => new()
    {
        Content = body.Content,
        Embeds = body.Embeds,
        AllowedMentions = body.AllowedMentions,
        Components = body.Components,
        Attachments = body.Attachments,
        Flags = body.Flags,
    };
}
