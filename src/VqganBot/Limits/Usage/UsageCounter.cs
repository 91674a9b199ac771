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
            SELECT channel, state, created_at, started_at, over_at, gpu_ms FROM job_use
            WHERE user = @user AND (over_at IS NULL OR over_at >= @since OR created_at >= @since) AND id IS NOT @except
            """,
            new { user, since = clock.GetUtcNow() - Longest, except })
        .Select(row => row.ToUsedJob())
        .ToList());

    /// <summary>Forgets what is too old to count: nothing about deleted jobs is kept longer than limits need it.</summary>
    public void DropOld() => database.Write(connection =>
        connection.Execute("DELETE FROM deleted_jobs WHERE over_at < @since AND created_at < @since", new { since = clock.GetUtcNow() - Longest }));

    private sealed record Row(long Channel, string State, long Created_At, long? Started_At, long? Over_At, long Gpu_Ms)
    {
        public UsedJob ToUsedJob() => new(
            new Snowflake((ulong)Channel), Enum.Parse<JobState>(State), Time(Created_At)!.Value, Time(Started_At), Time(Over_At), TimeSpan.FromMilliseconds(Gpu_Ms));

        private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
    }
}
