using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>A row of the table of jobs, as it stood when it was read.</summary>
internal sealed record Job
{
    public required long Id { get; init; }

    public required JobState State { get; init; }

    /// <value>Why it was cancelled or failed, in a sentence its requester may read.</value>
    public string? Reason { get; init; }

    public required JobRequester Requester { get; init; }

    public required JobOrder Order { get; init; }

    public required ReplyAddress Reply { get; init; }

    public int Tier { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? PaintedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <value>Steps done over all its pictures.</value>
    public int StepsDone { get; init; }

    /// <value>Time it had the GPU.</value>
    public TimeSpan GpuTime { get; init; }

    /// <value>How often it was made smaller after the device ran out of memory: first fewer cutouts, then a smaller picture.</value>
    public int Reductions { get; init; }

    /// <value>How often the process died while it was painted, since it last got on.</value>
    public int Crashes { get; init; }

    /// <value>How many finished pictures it has; null before it is painted.</value>
    public int? Pictures { get; init; }

    /// <value>A shorter job was let past it, and the bot was not restarted since.</value>
    public bool IsAside { get; init; }

    /// <value>What a person should know: reduced after running out of memory, a size rounded.</value>
    public string? Note { get; init; }

    public bool IsActive => State is JobState.Queued or JobState.Painting or JobState.Painted;

    public Snowflake User => Requester.User;
}
