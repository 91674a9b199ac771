using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Wording;

/// <summary>How many pictures a finished job has: fewer than were asked for when it was kept as it was.</summary>
internal static class FinishedTiles
{
    public static int Of(Job job) => job.Pictures ?? BySteps(job);

    // Of before they were counted, when pictures were painted one after the other.
    private static int BySteps(Job job) => job.Order.Count == 1
        ? 1
        : (int)Math.Clamp(((long)job.StepsDone + job.Order.Steps - 1) / Math.Max(1, job.Order.Steps), 1, job.Order.Count);
}
