namespace VqganBot.Jobs;

/// <summary>When a job's turn comes.</summary>
/// <param name="Position">1 is the next; 0 is being painted.</param>
/// <param name="QueueLength">Jobs that wait, this one among them.</param>
/// <param name="StartsAt">By the measured speed; null while nothing was measured.</param>
/// <param name="EndsAt">By the measured speed; null while nothing was measured.</param>
internal sealed record JobEstimate(int Position, int QueueLength, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? WaitReason = null);
