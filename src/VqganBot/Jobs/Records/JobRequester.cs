using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>Who asked for a job and where: what limits are about.</summary>
internal sealed record JobRequester
{
    public required Snowflake User { get; init; }

    /// <value>The name people see; for the log of admins, never for rights.</value>
    public required string UserName { get; init; }

    public Snowflake? Guild { get; init; }

    /// <value>For a thread the channel it belongs to, since limits and blocks are set for channels.</value>
    public required Snowflake Channel { get; init; }

    public IReadOnlyList<Snowflake> Roles { get; init; } = [];
}
