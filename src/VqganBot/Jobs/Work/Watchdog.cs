namespace VqganBot.Jobs;

/// <summary>Notices a step that does not end. A native call cannot be broken off: the job is given up, and the thread is waited for.</summary>
internal sealed class Watchdog(JobQueue queue, JobRunner runner, JobOptions options)
{
    // A mean of 2 s and a cold cache must not look like standing still.
    private const int Patience = 50;

    private volatile RunningJob? _stuck;

    /// <value>Null while all is well.</value>
    public string? Problem => _stuck is { } stuck && queue.Running.Contains(stuck)
        ? $"The painter has stood still at job {stuck.Job.Id} for {stuck.SinceLastStep.TotalSeconds:F0} s."
        : null;

    public void Look()
    {
        // Where several are painted together they stand still together, and none can be told from the others.
        foreach (var running in queue.Running.Where(running => running.Stop != StopRequest.Stuck && running.SinceLastStep > Limit(running)))
        {
            _stuck = running;
            runner.GiveUp(running);
        }
    }

    private TimeSpan Limit(RunningJob running)
    {
        if (running.MeanStep is not { } mean) return options.LongestPreparation;
        return Patience * mean > options.StuckAfter ? Patience * mean : options.StuckAfter;
    }
}
