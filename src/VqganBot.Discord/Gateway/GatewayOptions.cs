using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>How the gateway connection behaves.</summary>
public sealed record GatewayOptions
{
    public GatewayIntents Intents { get; init; } = GatewayIntents.Guilds;

    /// <value>Whether the gateway compresses what it sends (zlib-stream). True by default.</value>
    public bool Compress { get; init; } = true;

    /// <value>The file in which the identify budget outlives the process; null keeps it in memory.</value>
    public string? IdentifyBudgetPath { get; init; }

    /// <value>So many events may wait for whoever reads <see cref="GatewayClient.Dispatches"/>. 1,000 by default.</value>
    public int DispatchCapacity { get; init; } = 1000;

    /// <value>The presence shown from the start.</value>
    public PresenceUpdate? Presence { get; init; }
}
