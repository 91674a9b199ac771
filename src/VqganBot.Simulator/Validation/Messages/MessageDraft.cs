using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Messages;

/// <summary>What a request wants of a message. Null: not mentioned, so that an edit leaves it; empty: taken away.</summary>
internal sealed record MessageDraft
{
    public string? Content { get; init; }

    public JsonArray? Embeds { get; init; }

    public JsonArray? Components { get; init; }

    public IReadOnlyList<AttachmentDraft>? Attachments { get; init; }

    public IReadOnlyList<UploadedPart> Files { get; init; } = [];

    public MessageFlags? Flags { get; init; }

    /// <value>Whom the content pings.</value>
    public Mentions Mentions { get; init; } = Mentions.None;

    public bool IsSpoken { get; init; }

    public string? Nonce { get; init; }

    public bool EnforcesNonce { get; init; }

    public Snowflake? ReplyTo { get; init; }

    /// <value>Whether a reply to a message that is gone is refused.</value>
    public bool MustFindReplied { get; init; } = true;
}
