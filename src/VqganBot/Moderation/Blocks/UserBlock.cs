using VqganBot.Discord.Wire;

namespace VqganBot.Moderation;

/// <summary>Somebody who may not paint.</summary>
internal sealed record UserBlock
{
    public required Snowflake User { get; init; }

    /// <value>What the admin gave as the reason; the blocked user may read it.</value>
    public string? Reason { get; init; }
}
