namespace VqganBot.Jobs;

/// <summary>What the worker thread does: takes jobs, makes way for shorter ones, waits.</summary>
internal sealed partial class JobQueue
{
    private readonly object _signal = new(); // a monitor: the worker waits on it
    private bool _isSignalled;
    private volatile IReadOnlyList<long> _overtakers = [];

    /// <summary>The next job, now painting, if it may be painted beside those that are; null when there is none, or it has to wait for them.</summary>
    public RunningJob? TakeNext()
    {
        if (IsFull || IsPaused) return null;
        RunningJob? taken = null;
        store.Together(() =>
        {
            if (store.Take(Next) is { } job) _running = [.. _running, taken = new RunningJob(job, clock)];
            return true;
        });
        if (taken is not null) Changed();
        return taken;
    }

    /// <summary>
    /// Has what is painted set aside where much shorter jobs wait whose users had no more of the GPU: once it had the GPU for a
    /// <see cref="JobOptions.Slice"/>, and for no longer than it had it.
    /// </summary>
    public void MakeWay()
    {
        var running = _running;
        if (IsPaused || running.All(job => job.Sitting < options.Slice) || running.Any(job => job.Stop != StopRequest.None)) return;
        var (shares, now) = (ledger.Shares(), clock.GetUtcNow());
        IReadOnlyList<RunningJob> aside = [];
        var chosen = new List<long>();
        var spent = TimeSpan.Zero;
        foreach (var job in FairShare.Rank(store.InState(JobState.Queued).Where(job => job.StartedAt is null), shares, now))
        {
            if (speed.Rest(job) is not { } takes) continue;
            var way = InTheWayOf(job, running);
            var overtaking = new Overtaking(job, takes, spent, options.Slice);
            if (way.Count == 0 || (chosen.Count > 0 && !way.SequenceEqual(aside))) continue;
            if (!way.All(other => overtaking.IsWorthIt(other, Remaining(other)) && !FairShare.IsBehind(job, other.Job, shares, now))) continue;
            if (!MayOvertake(job, way)) continue;
            (aside, spent) = (way, spent + takes);
            chosen.Add(job.Id);
        }

        if (chosen.Count == 0) return;
        _overtakers = chosen;
        foreach (var other in aside) other.Ask(StopRequest.Aside);
        Changed();
    }

    /// <summary>A job has left the GPU.</summary>
    public void Release(RunningJob running)
    {
        _running = [.. _running.Where(other => other != running)];
        Changed();
    }

    /// <summary>Whether something changed since it was last asked or waited for.</summary>
    public bool HasChanged()
    {
        lock (_signal)
        {
            var had = _isSignalled;
            _isSignalled = false;
            return had;
        }
    }

    /// <summary>Returns when something changed that may let a job start.</summary>
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

    // Then there is no need to walk through all that wait.
    private bool IsFull => _running.Count > 0 && _running.Count >= sizes.Most(_running[0].Job);

    // Only the first in line is asked whether it fits: who fits better must not keep it waiting.
    private Job? Next(IReadOnlyList<Job> waiting)
    {
        var overtakers = Overtakers(waiting).Where(MayStart).ToList();
        var next = overtakers.FirstOrDefault()
            ?? FairShare.Rank(waiting, AfterRunning().Shares, clock.GetUtcNow()).FirstOrDefault(MayStart);
        if (next is null || !HasRoom(next)) return null;
        _overtakers = [.. overtakers.Skip(1).Select(job => job.Id)];
        return next;
    }

    private IEnumerable<Job> Overtakers(IReadOnlyList<Job> waiting) => _overtakers.Select(id => waiting.FirstOrDefault(job => job.Id == id)).OfType<Job>();

    private bool MayStart(Job job) => job.StartedAt is not null || limits.WhyNotStart(job) is null;

    // That somebody's own job is painted is no hindrance when that one is set aside.
    private bool MayOvertake(Job job, IReadOnlyList<RunningJob> way) =>
        (way.Any(other => other.Job.User == job.User) ? limits.WhyWaitLonger(job) : limits.WhyNotStart(job)) is null;

    private bool HasRoom(Job job) => _running.Count == 0 || (!IsFull && Fits(job, _running));

    // Those that have to be laid down for it: one where it could be painted beside the others. Drafts are soon over by themselves.
    private IReadOnlyList<RunningJob> InTheWayOf(Job job, IReadOnlyList<RunningJob> running)
    {
        if (running.Any(other => other.Job.Order.Kind == JobKind.Draft) || HasRoom(job)) return [];
        return Fits(job, running) ? [running.MaxBy(Remaining)!] : running;
    }

    // What killed the process is found out by painting it alone.
    private static bool Fits(Job job, IReadOnlyList<RunningJob> running) => PaintingShape.Of(job) is { } shape
        && running.Select(other => other.Job).Append(job).All(each => each.Crashes == 0 && PaintingShape.Of(each) == shape);
}
