using VqganBot.Jobs;

namespace VqganBot.CommandLine.Bench;

/// <summary>Counts the jobs that are over.</summary>
internal sealed class JobArrivals(int expected) : IJobReporter
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    /// <value>Done when all that were expected are over.</value>
    public Task All => _all.Task;

    public void Started(Job job)
    {
    }

    public bool WantsFrame(long jobId) => false;

    public void Progressed(JobProgress progress)
    {
    }

    public void Left(Job job)
    {
        if (Interlocked.Increment(ref _left) == expected) _all.TrySetResult();
    }
}
