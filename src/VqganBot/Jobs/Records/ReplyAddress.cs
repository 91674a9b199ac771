using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>Where a job's pictures are shown.</summary>
internal sealed record ReplyAddress
{
    public required Snowflake Application { get; init; }

    /// <value>The interaction's token: whoever has it can post until it expires. Never logged; empty once it is dead or nobody needs it.</value>
    public required string Token { get; init; }

    /// <value>15 minutes after the interaction.</value>
    public required DateTimeOffset TokenExpiresAt { get; init; }

    public required Snowflake Channel { get; init; }

    /// <value>The message that is edited; known once the interaction was answered.</value>
    public Snowflake? Message { get; init; }

    /// <value>True when the message is a follow-up of the interaction and not its original answer.</value>
    public bool IsFollowup { get; init; }

    /// <value>Only the requester sees it; the bot's own route cannot reach it once the token is dead.</value>
    public bool IsPrivate { get; init; }

    /// <value>Whether the bot is a member there, so that its own route reaches the channel.</value>
    public bool IsBotInGuild { get; init; }

    /// <value>Bytes of the largest file that may be shown there.</value>
    public required long AttachmentSizeLimit { get; init; }
}
