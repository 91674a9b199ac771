using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>When whose turn comes.</summary>
internal sealed partial class JobQueue
{
    // A plan is made anew when something changed, and after so long in any case.
    private static readonly TimeSpan PlanAge = TimeSpan.FromSeconds(1);

    private volatile MadePlan? _made;

    /// <summary>Where a job stands in the order in which jobs will be taken, and when its turn comes.</summary>
    public JobEstimate Estimate(Job job)
    {
        var plan = Plan();
        if (Find(job.Id) is { } running)
        {
            var rest = Remaining(running);
            return new JobEstimate(0, plan.Count, job.StartedAt, rest is null ? null : clock.GetUtcNow() + rest);
        }

        var place = plan.TakeWhile(turn => turn.Job.Id != job.Id).Count();
        var reason = IsPaused ? "The queue is paused." : job.StartedAt is null ? limits.WhyWaitLonger(job) : null;
        return place < plan.Count
            ? Told(place + 1, plan.Count, plan[place], reason)
            : new JobEstimate(0, plan.Count, null, null, reason);
    }

    /// <summary>What a job of so many steps and pixels would wait and take, if it were queued now.</summary>
    public JobEstimate Estimate(JobOrder order, JobRequester requester)
    {
        var imagined = new Job
        {
            Id = long.MaxValue,
            State = JobState.Queued,
            Requester = requester,
            Order = order,
            CreatedAt = clock.GetUtcNow(),
            Reply = new ReplyAddress { Application = default, Token = "", TokenExpiresAt = default, Channel = requester.Channel, AttachmentSizeLimit = 0 },
        };
        var plan = Plan([.. store.InState(JobState.Queued), imagined]);
        var place = plan.TakeWhile(turn => turn.Job.Id != imagined.Id).Count();
        return Told(place + 1, plan.Count, plan[place], IsPaused ? "The queue is paused." : null);
    }

    private IReadOnlyList<Turn> Plan()
    {
        var (changes, now) = (Interlocked.Read(ref _changes), clock.GetUtcNow());
        if (_made is { } made && made.Changes == changes && now - made.At <= PlanAge) return made.Turns;
        var turns = Plan(store.InState(JobState.Queued));
        _made = new MadePlan(turns, changes, now);
        return turns;
    }

    // As if one went after the other: whatever is painted side by side, the GPU is free of all of it no sooner.
    private IReadOnlyList<Turn> Plan(IReadOnlyList<Job> waiting)
    {
        var (freeAt, shares) = AfterRunning();
        var first = new List<Turn>();
        foreach (var job in Overtakers(waiting))
        {
            first.Add(new Turn(job, freeAt, freeAt + (speed.Rest(job) ?? TimeSpan.Zero)));
            freeAt = first[^1].EndsAt;
        }

        return [.. first, .. FairShare.Plan(waiting.Except(first.Select(turn => turn.Job)), shares, freeAt, job => speed.Rest(job) ?? TimeSpan.Zero)];
    }

    // When all that is painted now is painted, and what its users had by then.
    private (DateTimeOffset FreeAt, IReadOnlyDictionary<Snowflake, GpuShare> Shares) AfterRunning()
    {
        var freeAt = clock.GetUtcNow();
        var shares = new Dictionary<Snowflake, GpuShare>(ledger.Shares());
        foreach (var running in _running)
        {
            // Not even to be told for how long, it counts for something.
            var rest = running.Share * (Remaining(running) ?? TimeSpan.FromSeconds(1));
            freeAt += rest;
            shares[running.Job.User] = shares.GetValueOrDefault(running.Job.User, GpuShare.None).After(rest, freeAt);
        }

        return (freeAt, shares);
    }

    private TimeSpan? Remaining(RunningJob running) => running.Progress?.Remaining ?? speed.Rest(running.Job);

    private JobEstimate Told(int position, int length, Turn turn, string? reason) => reason is not null || speed.StepsPerSecond is null
        ? new JobEstimate(position, length, null, null, reason)
        : new JobEstimate(position, length, turn.StartsAt, turn.EndsAt);

    private sealed record MadePlan(IReadOnlyList<Turn> Turns, long Changes, DateTimeOffset At);
}
