using VqganBot.Discord.Wire;
using VqganBot.Limits;

namespace VqganBot.Jobs;

/// <summary>
/// What the bot says to the queue: enqueue, cancel, keep, pause. What it wants to know of it is in <c>JobQueue.Estimates.cs</c>,
/// what the worker does in <c>JobQueue.Worker.cs</c>.
/// </summary>
internal sealed partial class JobQueue(
    JobStore store, JobFiles files, GpuLedger ledger, SpeedGauge speed, QueueMemory memory, LimitPolicy limits, BatchSizes sizes, JobOptions options, TimeProvider clock)
{
    private long _changes;
    private volatile IReadOnlyList<RunningJob> _running = [];

    /// <summary>A waiting job was cancelled, so that nobody else will tell of it.</summary>
    public event Action<Job>? Cancelled;

    /// <value>What the worker thread holds; none when the GPU is idle.</value>
    public IReadOnlyList<RunningJob> Running => _running;

    /// <value>Steps a second, measured lately, of all that is painted together; null while nothing was painted.</value>
    public double? StepsPerSecond => speed.StepsPerSecond;

    public int Waiting => store.CountInState(JobState.Queued);

    public bool IsPaused => memory.IsPaused;

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

    /// <summary>Ends a job that waits (cancelled) or is painted (by <paramref name="how"/>). False when it was over already, or has nothing to keep.</summary>
    public bool Stop(long id, StopRequest how, string reason)
    {
        Job? waited = null;
        var stopped = store.Together(() =>
        {
            if (Find(id) is { } running)
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

    private RunningJob? Find(long id) => _running.FirstOrDefault(running => running.Job.Id == id);

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
}
