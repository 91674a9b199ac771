using VqganBot.Jobs;

namespace VqganBot.Health;

/// <summary>Counts what the worker reports.</summary>
internal sealed class JobMetrics(BotMeter meter, TimeProvider clock) : IJobReporter
{
    // What was set aside does not begin a second time.
    public void Started(Job job)
    {
        if (!job.IsAside) meter.Started(clock.GetUtcNow() - job.CreatedAt);
    }

    public bool WantsFrame(long jobId) => false;

    public void Progressed(JobProgress progress)
    {
    }

    public void Left(Job job) => meter.Ended(job.State);
}
