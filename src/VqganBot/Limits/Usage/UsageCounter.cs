using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Storage;

namespace VqganBot.Limits;

/// <summary>Reads from the database what limits count.</summary>
internal sealed class UsageCounter(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The jobs of a user that go on or were there in the last day.</summary>
    /// <param name="except">A job that is not to be counted against itself.</param>
    public IReadOnlyList<UsedJob> Of(Snowflake user, long? except = null) => database.Read(connection => connection
        .Query<Row>(
            """
            SELECT channel AS Channel, state AS State, weight AS Weight, created_at AS CreatedAt, started_at AS StartedAt, over_at AS OverAt, gpu_ms AS GpuMs FROM job_use
            WHERE user = @user AND (over_at IS NULL OR over_at >= @since OR created_at >= @since) AND (@except IS NULL OR id IS NOT @except)
            """,
            new { user, since = clock.GetUtcNow() - Longest, except })
        .Select(row => row.ToUsedJob())
        .ToList());

    /// <summary>Forgets what is too old to count: nothing about deleted jobs is kept longer than limits need it.</summary>
    public void DropOld() => database.Write(connection =>
        connection.Execute("DELETE FROM deleted_jobs WHERE over_at < @since AND created_at < @since", new { since = clock.GetUtcNow() - Longest }));

    private sealed record Row
    {
        public Snowflake Channel { get; init; }

        public JobState State { get; init; }

        public double Weight { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? OverAt { get; init; }

        public long GpuMs { get; init; }

        public UsedJob ToUsedJob() => new(Channel, State, Weight, CreatedAt, StartedAt, OverAt, TimeSpan.FromMilliseconds(GpuMs));
    }
}
