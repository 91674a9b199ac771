namespace VqganBot.Jobs;

/// <summary>What the bot says to the queue: enqueue, cancel, keep, pause, and what it wants to know of it.</summary>
internal sealed class JobQueue
{
    /// <exception cref="Limits.LimitExceededException">A limit refuses it.</exception>
    public Job Enqueue(NewJob job) => throw new NotImplementedException();

    /// <summary>Where a job stands in the order in which jobs will be taken, and when its turn comes.</summary>
    public JobEstimate Estimate(Job job) => throw new NotImplementedException();

    /// <summary>What a job of so many steps and pixels would wait and take, if it were queued now.</summary>
    public JobEstimate Estimate(JobOrder order, JobRequester requester) => throw new NotImplementedException();

    /// <summary>Ends a job that waits (cancelled) or is painted (by <paramref name="how"/>). False when it was over already.</summary>
    public bool Stop(long id, StopRequest how, string reason) => throw new NotImplementedException();

    public bool IsPaused => throw new NotImplementedException();

    public void Pause() => throw new NotImplementedException();

    public void Unpause() => throw new NotImplementedException();

    /// <summary>Cancels all that wait; returns them.</summary>
    public IReadOnlyList<Job> Clear(string reason) => throw new NotImplementedException();

    /// <value>The job on the GPU and the last that was told of it.</value>
    public (Job Job, JobProgress? Progress)? Current => throw new NotImplementedException();

    /// <value>Steps a second, measured lately; null while nothing was painted.</value>
    public double? StepsPerSecond => throw new NotImplementedException();

    public int Waiting => throw new NotImplementedException();
}
