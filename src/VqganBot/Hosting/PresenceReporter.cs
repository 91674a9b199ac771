using VqganBot.Discord.Gateway;
using VqganBot.Jobs;

namespace VqganBot.Hosting;

/// <summary>Shows the length of the queue beside the bot's name; the gateway client sends the newest, as often as Discord allows.</summary>
internal sealed class PresenceReporter(GatewayClient gateway, JobQueue queue) : IJobReporter
{
    public void Started(Job job) => Show(isPainting: true);

    public bool WantsFrame(long jobId) => false;

    public void Progressed(JobProgress progress)
    {
    }

    // What left may have been waiting while another one is painted.
    public void Left(Job job) => Show(queue.Running.Any(running => running.Job.Id != job.Id));

    // Never waits: the client keeps the newest and sends it in its own time.
    private void Show(bool isPainting) => _ = gateway.UpdatePresenceAsync(PresenceText.Of(queue.Waiting, isPainting)).AsTask();
}
