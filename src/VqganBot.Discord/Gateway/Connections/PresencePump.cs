using System.Threading.Channels;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>Brings the newest presence to the gateway, at most 5 in 60 s; those it overtook are never sent.</summary>
internal sealed class PresencePump(PresenceUpdate? initial, TimeProvider clock)
{
    private const int MostPerWindow = 5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly SlidingLimit _limit = new(MostPerWindow, Window, clock);

    /// <summary>Says that there is something newer than what was sent; one word is enough for any number of updates.</summary>
    private readonly Channel<bool> _changes = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile PresenceUpdate? _newest = initial;

    /// <summary>Takes the newest along in an Identify, after which it needs no sending.</summary>
    public PresenceUpdate? TakeForIdentify()
    {
        _changes.Reader.TryRead(out _);
        return _newest;
    }

    /// <exception cref="ArgumentException">It is larger than the gateway accepts.</exception>
    public void Update(PresenceUpdate presence)
    {
        Encode(presence);
        _newest = presence;
        _changes.Writer.TryWrite(true);
    }

    /// <summary>Sends on a connection that is ready, until cancelled.</summary>
    public async Task RunAsync(GatewaySender sender, CancellationToken cancellation)
    {
        while (await _changes.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            await _limit.TakeAsync(reserve: 0, cancellation).ConfigureAwait(false);
            _changes.Reader.TryRead(out _);
            try
            {
                if (_newest is { } presence)
                    await sender.SendAsync(Encode(presence), cancellation).ConfigureAwait(false);
            }
            catch
            {
                // The connection went away under it; the next one tries again.
                _changes.Writer.TryWrite(true);
                throw;
            }
        }
    }

    private static byte[] Encode(PresenceUpdate presence) =>
        GatewaySender.Encode(GatewayOpcode.PresenceUpdate, presence, DiscordJson.Default.PresenceUpdate);
}
