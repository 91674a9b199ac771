using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VqganBot.Simulator.Gateway;

/// <summary>One socket of a client, from hello to close.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int LargestPayload = 4096;
    private const int MostSends = 120;
    private static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(60);

    private readonly WebSocket _socket;
    private readonly GatewayHub _hub;
    private readonly Queue<long> _sends = [];
    private readonly ITimer _heartbeat;
    private volatile bool _isFrozen;

    public GatewayConnection(WebSocket socket, GatewayHub hub, bool compresses)
    {
        _socket = socket;
        _hub = hub;
        Writer = new GatewayWriter(socket, compresses);
        // Heartbeats go by the clock that is never moved: the client at the other end does not see this one's jumps.
        _heartbeat = hub.Clock.Basis.CreateTimer(_ => Close(GatewayCloseCode.SessionTimedOut, "Session timed out."), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public GatewayWriter Writer { get; }

    /// <value>Null until the client identified or resumed. Touched only under the hub's lock.</value>
    public GatewaySession? Session { get; set; }

    /// <summary>Runs until either side closes.</summary>
    /// <returns>The code the client closed with; null where it did not, or the connection broke.</returns>
    public async Task<int?> RunAsync(CancellationToken cancellation)
    {
        Task writing = Writer.RunAsync(cancellation);
        if (_hub.Faults.TakeReconnectBeforeHello())
            AskToReconnect();
        else
            Greet();
        try
        {
            return await ReadAsync(cancellation);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException)
        {
            return null;
        }
        finally
        {
            Writer.Dispose();
            try
            {
                await writing;
            }
            catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The socket is gone, which is what this method reports.
            }
        }
    }

    public void Close(GatewayCloseCode code, string reason) => Writer.Close((int)code, reason);

    public void AskToReconnect() => Writer.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 7, ["d"] = null });

    /// <summary>Cuts the connection without a word.</summary>
    public void Abort() => _socket.Abort();

    /// <summary>Leaves the connection open and does nothing with it any more.</summary>
    public void Freeze()
    {
        _isFrozen = true;
        Writer.Silence();
        _heartbeat.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _heartbeat.Dispose();

    private void Greet()
    {
        WaitForHeartbeat();
        var hello = new JsonObject { ["heartbeat_interval"] = (int)_hub.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() };
        Writer.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 10, ["d"] = hello });
    }

    private void WaitForHeartbeat() => _heartbeat.Change(_hub.HeartbeatInterval * 1.5, Timeout.InfiniteTimeSpan);

    private async Task<int?> ReadAsync(CancellationToken cancellation)
    {
        byte[] buffer = new byte[LargestPayload + 1];
        while (true)
        {
            int length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
                length += received.Count;
            }
            while (!received.EndOfMessage && length < buffer.Length);

            if (received.MessageType == WebSocketMessageType.Close)
                return await AcknowledgeCloseAsync(cancellation);
            if (_isFrozen)
                continue;
            if (length > LargestPayload)
                Close(GatewayCloseCode.DecodeError, "Payload too large.");
            else if (IsTooOften())
                Close(GatewayCloseCode.RateLimited, "You are being rate limited.");
            else
                Handle(buffer.AsMemory(0, length));
        }
    }

    private async Task<int?> AcknowledgeCloseAsync(CancellationToken cancellation)
    {
        int? code = (int?)_socket.CloseStatus;
        if (_socket.State == WebSocketState.CloseReceived && !_isFrozen)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        return code;
    }

    private bool IsTooOften()
    {
        long now = _hub.Clock.Basis.GetTimestamp();
        while (_sends.TryPeek(out long earliest) && _hub.Clock.Basis.GetElapsedTime(earliest, now) >= SendWindow)
            _sends.Dequeue();
        _sends.Enqueue(now);
        return _sends.Count > MostSends;
    }

    private void Handle(ReadOnlyMemory<byte> payload)
    {
        JsonElement json, data = default;
        int op;
        try
        {
            json = JsonElement.Parse(payload.Span);
            op = json.GetProperty("op").GetInt32();
            json.TryGetProperty("d", out data);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            Close(GatewayCloseCode.DecodeError, "Error while decoding payload.");
            return;
        }
        switch (op)
        {
            case 1:
                WaitForHeartbeat();
                if (!_hub.Faults.IgnoresHeartbeats)
                    Writer.Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = 11, ["d"] = null });
                break;
            case 2:
                _hub.Identify(this, data);
                break;
            case 6:
                _hub.Resume(this, data);
                break;
            case 3 or 4 or 8 or 31:
                _hub.Command(this, op, data);
                break;
            default:
                Close(GatewayCloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }
}
