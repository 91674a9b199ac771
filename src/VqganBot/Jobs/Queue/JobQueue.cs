using VqganBot.Discord.Wire;
using VqganBot.Limits;

namespace VqganBot.Jobs;

/// <summary>What the bot says to the queue: enqueue, cancel, keep, pause, and what it wants to know of it.</summary>
internal sealed class JobQueue(
    JobStore store, JobFiles files, GpuLedger ledger, SpeedGauge speed, QueueMemory memory, LimitPolicy limits, TimeProvider clock)
{
    // A plan is made anew when something changed, and after so long in any case.
    private static readonly TimeSpan PlanAge = TimeSpan.FromSeconds(1);

    private readonly object _signal = new(); // a monitor: the worker waits on it
    private bool _isSignalled;
    private long _changes;
    private volatile MadePlan? _made;
    private volatile RunningJob? _running;

    /// <summary>A waiting job was cancelled, so that nobody else will tell of it.</summary>
    public event Action<Job>? Cancelled;

    /// <value>The job on the GPU and the last that was told of it.</value>
    public (Job Job, JobProgress? Progress)? Current => _running is { } running ? (running.Job, running.Progress) : null;

    /// <value>Steps a second, measured lately; null while nothing was painted.</value>
    public double? StepsPerSecond => speed.StepsPerSecond;

    public int Waiting => store.CountInState(JobState.Queued);

    public bool IsPaused => memory.IsPaused;

    /// <value>What the worker thread holds; null when the GPU is idle.</value>
    public RunningJob? Running => _running;

    /// <exception cref="LimitExceededException">A limit refuses it.</exception>
    public Job Enqueue(NewJob job)
    {
        var queued = store.Enqueue(
            job,
            _ => limits.CheckEnqueue(job.Requester, job.Order),
            prepare => files.Begin(prepare.Id, job.Pictures ?? JobPictures.None));
        Changed();
        return queued;
    }

    /// <summary>Where a job stands in the order in which jobs will be taken, and when its turn comes.</summary>
    public JobEstimate Estimate(Job job)
    {
        var plan = Plan();
        if (_running is { } running && running.Job.Id == job.Id)
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

    /// <summary>Ends a job that waits (cancelled) or is painted (by <paramref name="how"/>). False when it was over already, or has nothing to keep.</summary>
    public bool Stop(long id, StopRequest how, string reason)
    {
        Job? waited = null;
        var stopped = store.Together(() =>
        {
            if (_running is { } running && running.Job.Id == id)
            {
                // Dropping is written down at once, so that not even a killed process forgets it.
                if (how == StopRequest.Drop ? !store.Cancel(id, reason) : store.Find(id)?.State != JobState.Painting) return false;
                running.Ask(how);
                return true;
            }

            // Who wants to keep it came while it was laid down, and does not want to lose it.
            if (how != StopRequest.Drop || !store.Cancel(id, reason)) return false;
            waited = store.Find(id);
            return true;
        });
        if (stopped) Changed();
        if (waited is not null) TellCancelled(waited);
        return stopped;
    }

    public void Pause() => SetPaused(true);

    public void Unpause() => SetPaused(false);

    /// <summary>Raises a waiting job to a tier. False when it does not wait any more.</summary>
    public bool SetTier(long id, int tier)
    {
        var raised = store.SetTier(id, tier);
        Changed();
        return raised;
    }

    /// <summary>Cancels all that wait; returns them.</summary>
    public IReadOnlyList<Job> Clear(string reason)
    {
        var cancelled = store.CancelWaiting(reason);
        Changed();
        foreach (var job in cancelled) TellCancelled(job);
        return cancelled;
    }

    /// <summary>For the worker: the next job, now painting; null when none may start.</summary>
    public RunningJob? TakeNext()
    {
        if (IsPaused) return null;
        RunningJob? taken = null;
        store.Together(() =>
        {
            var job = store.Take(waiting => FairShare.Rank(waiting, ledger.Shares(), clock.GetUtcNow())
                .FirstOrDefault(job => job.StartedAt is not null || limits.WhyNotStart(job) is null));
            _running = taken = job is null ? null : new RunningJob(job, clock);
            return true;
        });
        if (taken is not null) Changed();
        return taken;
    }

    /// <summary>For the worker: the GPU is free again.</summary>
    public void Release()
    {
        _running = null;
        Changed();
    }

    /// <summary>For the worker: returns when something changed that may let a job start.</summary>
    public void WaitForChange()
    {
        lock (_signal)
        {
            while (!_isSignalled) Monitor.Wait(_signal);
            _isSignalled = false;
        }
    }

    /// <summary>Lets the worker look again: a limit frees by time alone.</summary>
    public void Wake()
    {
        lock (_signal)
        {
            _isSignalled = true;
            Monitor.Pulse(_signal);
        }
    }

    private void TellCancelled(Job job)
    {
        files.Delete(job.Id);
        Cancelled?.Invoke(job);
    }

    private void SetPaused(bool paused)
    {
        memory.IsPaused = paused;
        Changed();
    }

    private void Changed()
    {
        Interlocked.Increment(ref _changes);
        Wake();
    }

    private IReadOnlyList<Turn> Plan()
    {
        var (changes, now) = (Interlocked.Read(ref _changes), clock.GetUtcNow());
        if (_made is { } made && made.Changes == changes && now - made.At <= PlanAge) return made.Turns;
        var turns = Plan(store.InState(JobState.Queued));
        _made = new MadePlan(turns, changes, now);
        return turns;
    }

    private IReadOnlyList<Turn> Plan(IReadOnlyList<Job> waiting)
    {
        var freeAt = clock.GetUtcNow();
        var shares = ledger.Shares();
        if (_running is { } running && Remaining(running) is { } rest)
        {
            freeAt += rest;
            shares = new Dictionary<Snowflake, GpuShare>(shares)
            {
                [running.Job.User] = shares.GetValueOrDefault(running.Job.User, GpuShare.None).After(rest, freeAt),
            };
        }

        return FairShare.Plan(waiting, shares, freeAt, job => speed.Rest(job) ?? TimeSpan.Zero);
    }

    private TimeSpan? Remaining(RunningJob running) => running.Progress?.Remaining ?? speed.Rest(running.Job);

    private JobEstimate Told(int position, int length, Turn turn, string? reason) => reason is not null || speed.StepsPerSecond is null
        ? new JobEstimate(position, length, null, null, reason)
        : new JobEstimate(position, length, turn.StartsAt, turn.EndsAt);

    private sealed record MadePlan(IReadOnlyList<Turn> Turns, long Changes, DateTimeOffset At);
}
