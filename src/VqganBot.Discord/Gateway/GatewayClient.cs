using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>One session on Discord's gateway, kept up until it is cancelled or closed for good.</summary>
public sealed class GatewayClient
{
    public GatewayClient(DiscordClientOptions client, GatewayOptions options, DiscordRestClient rest, TimeProvider clock, ILoggerFactory loggers) =>
        throw new NotImplementedException();

    public GatewayState State => throw new NotImplementedException();

    /// <value>What READY told, once it has come.</value>
    public Ready? Session => throw new NotImplementedException();

    /// <value>Events in the order they came, interactions without duplicates. Completed when <see cref="RunAsync"/> ends.</value>
    public ChannelReader<GatewayDispatch> Dispatches => throw new NotImplementedException();

    /// <summary>Connects, and connects again, until cancelled (which closes the session with 1000).</summary>
    /// <exception cref="GatewayClosedException">Discord closed it for good.</exception>
    public Task RunAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Shows a presence, now or as soon as connected; the newest wins, at most 5 a minute go out.</summary>
    public ValueTask UpdatePresenceAsync(PresenceUpdate presence, CancellationToken cancellation = default) => throw new NotImplementedException();
}
