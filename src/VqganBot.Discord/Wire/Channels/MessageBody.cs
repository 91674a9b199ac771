using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A message to be sent, or what to change of one: what is null stays as it is, an empty list or text takes away.</summary>
public sealed record MessageBody
{
    /// <value>At most 2000 characters.</value>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    [JsonPropertyName("embeds")]
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <value>Nobody by default; an edit must repeat it.</value>
    [JsonPropertyName("allowed_mentions")]
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    [JsonPropertyName("components")]
    public IReadOnlyList<Component>? Components { get; init; }

    /// <value>On an edit all that shall be there afterwards: old ids to keep and new numbers.</value>
    [JsonPropertyName("attachments")]
    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }

    [JsonPropertyName("flags")]
    public MessageFlags? Flags { get; init; }

    [JsonPropertyName("message_reference")]
    public MessageReference? MessageReference { get; init; }

    /// <value>At most 25 characters; with <see cref="EnforceNonce"/> a second message of the same nonce is not made.</value>
    [JsonPropertyName("nonce")]
    public string? Nonce { get; init; }

    [JsonPropertyName("enforce_nonce")]
    public bool? EnforceNonce { get; init; }
}
