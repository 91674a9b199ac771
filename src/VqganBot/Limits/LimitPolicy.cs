using VqganBot.Configuration;
using VqganBot.Jobs;

namespace VqganBot.Limits;

/// <summary>Which limits hold for somebody somewhere, and whether a job stays within them.</summary>
internal sealed class LimitPolicy(WatchedFile<LimitDefaults> defaults, LimitStore store, UsageCounter counter, RoleNames names, TimeProvider clock)
{
    /// <value>What holds where no command set any limit.</value>
    public LimitDefaults Defaults => defaults.Current;

    /// <summary>Inside the transaction that queues the job.</summary>
    /// <exception cref="LimitExceededException">A limit refuses it.</exception>
    public void CheckEnqueue(JobRequester requester, JobOrder order)
    {
        counter.DropOld();
        var (jobs, now) = (counter.Of(requester.User), clock.GetUtcNow());
        foreach (var limit in Held(requester))
        {
            if (LimitRefusal.OfOrder(limit, requester, order) is { } tooMuch)
                throw tooMuch;
            if (LimitRefusal.OfUse(limit, Count(limit, jobs, now)) is { } usedUp)
                throw usedUp;
        }
    }

    /// <summary>Whether a job that waits may begin now; null when it may, else why it still waits, in a sentence. What has begun is not asked about: it is finished, whatever it used.</summary>
    public string? WhyNotStart(Job job) => Hindrances(job).Select(hindrance => hindrance.Why).FirstOrDefault();

    /// <summary>Why a job has to wait longer than the line before it is. That others of the same person are painted first is no such reason: the line counts with it.</summary>
    public string? WhyWaitLonger(Job job) => Hindrances(job)
        .Where(hindrance => hindrance.Limit is not { Limit.Limit: LimitName.RunningAtOnce, Value.Most: > 0 })
        .Select(hindrance => hindrance.Why).FirstOrDefault();

    /// <summary>Each limit that holds for the requester, what is used of it and when it frees, for <c>/status</c>.</summary>
    public IReadOnlyList<LimitUse> Uses(JobRequester requester)
    {
        var (jobs, now) = (counter.Of(requester.User), clock.GetUtcNow());
        return [.. Held(requester).Select(limit =>
        {
            var measure = Count(limit, jobs, now);
            return new LimitUse(limit.Limit.Limit, measure.Used, limit.Value.Most, measure.FreesAt, limit.Source);
        })];
    }

    /// <summary>The limits that hold for somebody somewhere, in the order in which they are checked.</summary>
    public IReadOnlyList<HeldLimit> Held(JobRequester requester)
    {
        // Outside of guilds there is nobody to set limits by command.
        var rules = requester.Guild is { } guild ? store.OfGuild(guild) : [];
        var file = defaults.Current;
        return [.. LimitDefinition.All.SelectMany(limit => LimitResolution.Of(limit, requester, rules, file, names))];
    }

    private IEnumerable<(HeldLimit Limit, string Why)> Hindrances(Job job)
    {
        var (jobs, now) = (counter.Of(job.User, job.Id), clock.GetUtcNow());
        foreach (var limit in Held(job.Requester))
        {
            if (LimitRefusal.OfStart(limit, Count(limit, jobs, now)) is { } why)
                yield return (limit, why);
        }
    }

    private static Measure Count(HeldLimit limit, IReadOnlyList<UsedJob> jobs, DateTimeOffset now) => Measure.Of(
        limit.Limit.Limit,
        limit.Value.Most,
        limit.OnlyIn is { } channel ? [.. jobs.Where(job => job.Channel == channel)] : jobs,
        now);
}
