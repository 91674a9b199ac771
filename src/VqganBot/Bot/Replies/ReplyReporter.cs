using VqganBot.Bot.Replies.Live;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies;

/// <summary>From the thread that paints to the replies: references change hands, nothing waits.</summary>
internal sealed class ReplyReporter(ReplyUpdater updater, WaitingReplies waiting, Delivery delivery) : IJobReporter
{
    public void Started(Job job)
    {
        updater.Begin(job);
        waiting.Wake();
    }

    public bool WantsFrame(long jobId) => updater.WantsFrame(jobId);

    public void Progressed(JobProgress progress) => updater.Show(progress);

    public void Left(Job job)
    {
        if (job is { State: JobState.Queued, IsAside: true }) updater.LayAside(job);
        delivery.Wake();
        waiting.Wake();
    }
}
