using VqganBot.Simulator.RateLimits;
using VqganBot.Simulator.Rest;

namespace VqganBot.Simulator;

/// <summary>How the simulator is set up.</summary>
public sealed record SimulatorOptions
{
    /// <value>The port on 127.0.0.1; 0 takes a free one.</value>
    public int Port { get; init; }

    /// <value>The token the bot must show.</value>
    public string Token { get; init; } = "playground";

    /// <value>The prompt painted first, so that the page is alive at first sight; null for none.</value>
    public string? FirstPrompt { get; init; }

    /// <value>The clock below the one that can be moved. The system's by default.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <value>How often the gateway asks for a heartbeat. 41.25 s by default, as Discord's.</value>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41.25);

    /// <value>How often requests may come. Discord's limits by default.</value>
    public RateLimitOptions RateLimits { get; init; } = RateLimitOptions.Discord;

    /// <value>Sees each REST request before it is answered, on the request's thread.</value>
    public Action<RecordedRequest>? Recorded { get; init; }
}
