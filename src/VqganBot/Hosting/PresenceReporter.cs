using VqganBot.Discord.Gateway;
using VqganBot.Jobs;

namespace VqganBot.Hosting;

/// <summary>Shows the length of the queue beside the bot's name; the gateway client sends the newest, as often as Discord allows.</summary>
internal sealed class PresenceReporter(GatewayClient gateway, JobStore jobs) : IJobReporter
{
    public void Started(Job job) => Show(isPainting: true);

    public bool WantsFrame(long jobId) => false;

    public void Progressed(JobProgress progress)
    {
    }

    public void Left(Job job) => Show(isPainting: false);

    private void Show(bool isPainting) => _ = gateway.UpdatePresenceAsync(PresenceText.Of(jobs.CountInState(JobState.Queued), isPainting)).AsTask();
}
