using VqganBot.Jobs;

namespace VqganBot.Limits;

/// <summary>Which limits hold for somebody somewhere, and whether a job stays within them.</summary>
internal sealed class LimitPolicy
{
    /// <summary>Inside the transaction that queues the job.</summary>
    /// <exception cref="LimitExceededException">A limit refuses it.</exception>
    public void CheckEnqueue(JobRequester requester, JobOrder order) => throw new NotImplementedException();

    /// <summary>Whether a waiting job may start now; null when it may, else why it still waits, in a sentence.</summary>
    public string? WhyNotStart(Job job) => throw new NotImplementedException();

    /// <summary>Each limit that holds for the requester, what is used of it and when it frees, for <c>/status</c>.</summary>
    public IReadOnlyList<LimitUse> Uses(JobRequester requester) => throw new NotImplementedException();
}
