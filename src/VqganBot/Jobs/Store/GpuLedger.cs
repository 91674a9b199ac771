using Dapper;
using VqganBot.Discord.Wire;
using VqganBot.Storage;

namespace VqganBot.Jobs;

/// <summary>Who had the GPU for how long, minute by minute; <see cref="JobStore.Charge"/> writes it.</summary>
internal sealed class GpuLedger(Database database, TimeProvider clock)
{
    // After so many half-lives a thousandth is left.
    private static readonly TimeSpan Memory = 10 * GpuShare.HalfLife;

    // Limits look back a day; a week lets an admin see what happened.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public IReadOnlyDictionary<Snowflake, GpuShare> Shares()
    {
        var now = clock.GetUtcNow();
        var shares = new Dictionary<Snowflake, GpuShare>();
        foreach (var (user, time, used) in Since(now - Memory))
            shares[user] = shares.GetValueOrDefault(user, GpuShare.None).After(used, time);
        return shares;
    }

    public void Prune() => database.Write(connection =>
        connection.Execute("DELETE FROM gpu_use WHERE minute < @Minute", new { Minute = Minute(clock.GetUtcNow() - Kept) }));

    private List<(Snowflake User, DateTimeOffset Time, TimeSpan Used)> Since(DateTimeOffset time) => database.Read(connection =>
        connection.Query<(long User, long Minute, long Milliseconds)>(
            "SELECT user, minute, milliseconds FROM gpu_use WHERE minute >= @Minute ORDER BY minute", new { Minute = Minute(time) })
        .Select(row => (new Snowflake(unchecked((ulong)row.User)), Time(row.Minute), TimeSpan.FromMilliseconds(row.Milliseconds)))
        .ToList());

    private static long Minute(DateTimeOffset time) => time.ToUnixTimeSeconds() / 60;

    private static DateTimeOffset Time(long minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60);
}
