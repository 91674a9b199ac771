namespace VqganBot.Limits;

/// <summary>How much of a limit is used, in its unit.</summary>
/// <param name="FreesAt">When it is used up: when the next of it is free, as far as a clock can tell.</param>
internal readonly record struct Measure(double Used, DateTimeOffset? FreesAt)
{
    /// <summary>Counts jobs of one user against a limit. Windows slide: an hour is the last 60 minutes.</summary>
    public static Measure Of(LimitName limit, long? most, IReadOnlyList<UsedJob> jobs, DateTimeOffset now) => limit switch
    {
        LimitName.JobsInQueue => new Measure(jobs.Count(job => job.State == Jobs.JobState.Queued), null),
        LimitName.RunningAtOnce => new Measure(jobs.Count(job => job.State == Jobs.JobState.Painting), null),
        LimitName.JobsPerHour => InWindow(TimeSpan.FromHours(1), most, now, jobs.Where(job => job.Counts).Select(job => (job.CreatedAt, job.Weight))),
        LimitName.JobsPerDay => InWindow(TimeSpan.FromDays(1), most, now, jobs.Where(job => job.Counts).Select(job => (job.CreatedAt, job.Weight))),
        LimitName.GpuSecondsPerDay => InWindow(TimeSpan.FromDays(1), most, now, jobs.Select(job => (job.OverAt ?? now, job.GpuTime.TotalSeconds))),
        LimitName.CooldownSeconds => Rest(most, jobs, now),
        _ => default,
    };

    private static Measure InWindow(TimeSpan window, long? most, DateTimeOffset now, IEnumerable<(DateTimeOffset At, double Amount)> uses)
    {
        var inside = uses.Where(use => use.At > now - window).OrderBy(use => use.At).ToList();
        var used = inside.Sum(use => use.Amount);
        if (used < most || most is null) return new Measure(used, null);

        // Uses leave the window oldest first; the next is free when enough of them have.
        var left = used;
        foreach (var (at, amount) in inside)
        {
            left -= amount;
            if (left < most) return new Measure(used, at + window);
        }

        // Nothing ever frees a limit of nothing.
        return new Measure(used, null);
    }

    private static Measure Rest(long? most, IReadOnlyList<UsedJob> jobs, DateTimeOffset now)
    {
        if (most is not > 0 || jobs.Count == 0) return default;
        var free = jobs.Max(job => job.CreatedAt) + TimeSpan.FromSeconds(most.Value);
        return free > now ? new Measure((free - now).TotalSeconds, free) : default;
    }
}
