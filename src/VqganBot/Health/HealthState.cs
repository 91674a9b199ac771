using VqganBot.Discord.Gateway;
using VqganBot.Jobs;

namespace VqganBot.Health;

/// <summary>Whether the bot works, and whether it can be reached.</summary>
internal sealed class HealthState(GatewayClient gateway, JobWorker worker)
{
    private volatile bool _registered;

    /// <summary>The commands stand at Discord.</summary>
    public void Registered() => _registered = true;

    /// <summary>The GPU's thread does not come back; only a new process helps.</summary>
    public string? WhyUnhealthy() => worker.Problem;

    public string? WhyNotReady()
    {
        if (!_registered) return "The commands are not registered yet.";
        return gateway.State == GatewayState.Ready ? null : $"The gateway is {gateway.State}.";
    }
}
