using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>
/// Whose job is next. What was interrupted goes on first; then higher tiers; within a tier the user who had the least of the
/// GPU lately, and of one user's jobs the oldest. Waiting makes good for use: however many newcomers arrive, after some time
/// none of them goes first, so nobody starves; and each turn resets a user's waiting, so a long list of jobs buys nothing.
/// </summary>
internal static class FairShare
{
    /// <summary>Seconds of use that a second of waiting makes good.</summary>
    public const double WaitCredit = 0.1;

    /// <summary>The jobs in the order in which they would be taken at this moment, each as if it were the first.</summary>
    public static IOrderedEnumerable<Job> Rank(IEnumerable<Job> waiting, IReadOnlyDictionary<Snowflake, GpuShare> shares, DateTimeOffset now) => waiting
        .OrderBy(job => job.StartedAt is null)
        .ThenByDescending(job => job.Tier)
        .ThenBy(job => Burden(job, shares.GetValueOrDefault(job.User, GpuShare.None), now))
        .ThenBy(job => job.Id);

    /// <summary>All turns one after the other, from when the GPU is free.</summary>
    public static IReadOnlyList<Turn> Plan(
        IEnumerable<Job> waiting, IReadOnlyDictionary<Snowflake, GpuShare> shares, DateTimeOffset freeAt, Func<Job, TimeSpan> duration)
    {
        // Of each user only the first job can be next, which keeps a plan of a thousand jobs at some milliseconds.
        var lists = waiting.GroupBy(job => job.User).ToDictionary(jobs => jobs.Key, jobs => new Queue<Job>(Rank(jobs, shares, freeAt)));
        var after = new Dictionary<Snowflake, GpuShare>(shares);
        var plan = new List<Turn>();
        for (var now = freeAt; lists.Count > 0; now = plan[^1].EndsAt)
        {
            var next = Rank(lists.Values.Select(list => list.Peek()), after, now).First();
            plan.Add(new Turn(next, now, now + duration(next)));
            after[next.User] = after.GetValueOrDefault(next.User, GpuShare.None).After(plan[^1].EndsAt - now, plan[^1].EndsAt);
            lists[next.User].Dequeue();
            if (lists[next.User].Count == 0) lists.Remove(next.User);
        }

        return plan;
    }

    /// <summary>Whether one user's job has to stand back because that user had more of the GPU, or the other job is of a higher tier. Nobody stands back for a job of their own.</summary>
    public static bool IsBehind(Job job, Job other, IReadOnlyDictionary<Snowflake, GpuShare> shares, DateTimeOffset now) => job.Tier < other.Tier
        || (job.User != other.User
            && Burden(job, shares.GetValueOrDefault(job.User, GpuShare.None), now) > Burden(other, shares.GetValueOrDefault(other.User, GpuShare.None), now));

    private static double Burden(Job job, GpuShare share, DateTimeOffset now)
    {
        var since = share.ServedAt > job.CreatedAt ? share.ServedAt.Value : job.CreatedAt;
        return share.SecondsAt(now) - (WaitCredit * (now - since).TotalSeconds);
    }
}
