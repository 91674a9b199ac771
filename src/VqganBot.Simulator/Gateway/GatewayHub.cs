namespace VqganBot.Simulator.Gateway;

/// <summary>All connections and sessions of the gateway. Safe from any thread.</summary>
public sealed class GatewayHub
{
    /// <value>How often a client identified since the start.</value>
    public int Identifies => throw new NotImplementedException();

    /// <value>How often a session was resumed.</value>
    public int Resumes => throw new NotImplementedException();

    /// <value>Whether a session has a connection that is up.</value>
    public bool IsConnected => throw new NotImplementedException();

    /// <summary>Ends when a session is up: at once, or with the next READY or RESUMED.</summary>
    public Task WhenReadyAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Cuts every connection without a word.</summary>
    public void DropSockets() => throw new NotImplementedException();

    /// <summary>Closes every connection with a code.</summary>
    public void CloseSockets(int code, string reason) => throw new NotImplementedException();

    /// <summary>Every connection that is there stays open and falls silent, both ways.</summary>
    public void FreezeSockets() => throw new NotImplementedException();

    /// <summary>Asks every client to reconnect (op 7).</summary>
    public void AskToReconnect() => throw new NotImplementedException();

    /// <summary>Tells every client that its session is invalid (op 9).</summary>
    public void InvalidateSessions(bool canResume) => throw new NotImplementedException();

    /// <summary>Asks every client for a heartbeat now (op 1).</summary>
    public void AskForHeartbeat() => throw new NotImplementedException();
}
