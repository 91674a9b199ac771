using System.Text.Json.Nodes;

namespace VqganBot.Simulator.Gateway;

/// <summary>What goes wrong with sockets and sessions.</summary>
public sealed partial class GatewayHub
{
    /// <summary>Cuts every connection without a word.</summary>
    public void DropSockets() => ForEach(connection => connection.Abort());

    /// <summary>Closes every connection with a code.</summary>
    public void CloseSockets(int code, string reason) => ForEach(connection => connection.Writer.Close(code, reason));

    /// <summary>Every connection that is there stays open and falls silent, both ways.</summary>
    public void FreezeSockets() => ForEach(connection => connection.Freeze());

    /// <summary>Asks every client to reconnect (op 7).</summary>
    public void AskToReconnect() => ForEach(connection => connection.AskToReconnect());

    /// <summary>Tells every client that its session is invalid (op 9).</summary>
    public void InvalidateSessions(bool canResume) => ForEach(connection => Invalidate(connection, canResume));

    /// <summary>Asks every client for a heartbeat now (op 1).</summary>
    public void AskForHeartbeat() =>
        ForEach(connection => connection.Writer.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 1, ["d"] = null }));

    private void Invalidate(GatewayConnection connection, bool canResume)
    {
        connection.Writer.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 9, ["d"] = canResume });
        if (!canResume && connection.Session is { } session)
        {
            _sessions.Remove(session.Id);
            connection.Session = null;
        }
    }

    private void ForEach(Action<GatewayConnection> action)
    {
        lock (_lock)
        {
            foreach (GatewayConnection connection in _connections.ToArray())
                action(connection);
        }
    }
}
