using VqganBot.Discord.Gateway;

namespace VqganBot.Health;

/// <summary>Whether the bot works, and whether it can be reached.</summary>
internal sealed class HealthState(GatewayClient gateway)
{
    private volatile string? _stuck;
    private volatile bool _registered;

    /// <summary>The GPU's thread does not come back; only a new process helps.</summary>
    public void Stuck(string reason) => _stuck = reason;

    /// <summary>The commands stand at Discord.</summary>
    public void Registered() => _registered = true;

    public string? WhyUnhealthy() => _stuck;

    public string? WhyNotReady()
    {
        if (!_registered) return "The commands are not registered yet.";
        return gateway.State == GatewayState.Ready ? null : $"The gateway is {gateway.State}.";
    }
}
