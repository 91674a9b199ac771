namespace VqganBot.Discord.Gateway;

/// <summary>Beats on one connection and notices when nobody answers.</summary>
internal sealed class Heartbeat(GatewaySender sender, GatewaySession session, TimeProvider clock)
{
    private volatile bool _isAcknowledged = true;

    /// <summary>Beats until cancelled, or ends when a beat was not acknowledged before the next was due.</summary>
    /// <param name="jitter">From 0 to 1: the part of the interval after which the first beat goes out, so that clients which lost the server at once do not all come at once.</param>
    public async Task RunAsync(TimeSpan interval, double jitter, CancellationToken cancellation)
    {
        await Task.Delay(interval * jitter, clock, cancellation).ConfigureAwait(false);
        while (_isAcknowledged)
        {
            _isAcknowledged = false;
            // Not awaited: a send that hangs must not keep the missing acknowledgement from being noticed.
            _ = BeatAsync(cancellation);
            await Task.Delay(interval, clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A beat now. When the server asks for one the schedule stays as it is.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        // One that the send limit forbids cannot be answered, and need not be: the server has heard enough of this client.
        if (!await sender.TrySendHeartbeatAsync(session.Sequence, cancellation).ConfigureAwait(false))
            Acknowledge();
    }

    public void Acknowledge() => _isAcknowledged = true;
}
