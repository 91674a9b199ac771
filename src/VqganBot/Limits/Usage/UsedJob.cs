using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Limits;

/// <summary>What limits see of a job of the last day.</summary>
/// <param name="Weight">What it takes of an allowance of jobs.</param>
/// <param name="OverAt">When it was painted, cancelled or failed; null while it goes on.</param>
internal sealed record UsedJob(Snowflake Channel, JobState State, double Weight, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? OverAt, TimeSpan GpuTime)
{
    /// <value>A job that failed, or was cancelled before it began, is taken from nobody's allowance.</value>
    public bool Counts => State != JobState.Failed && (State != JobState.Cancelled || StartedAt is not null);
}
