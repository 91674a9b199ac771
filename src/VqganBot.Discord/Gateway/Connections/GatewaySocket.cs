using System.Net.WebSockets;

namespace VqganBot.Discord.Gateway;

/// <summary>One websocket to the gateway: whole payloads come out of it, whole payloads go in. One reader and one writer at a time.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>The largest known payloads are those of servers with thousands of channels: a few MB.</summary>
    public const int MaxPayloadBytes = 8 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly ZlibStreamInflater _inflater = new();
    private readonly PayloadBuffer _payload = new(MaxPayloadBytes);
    private readonly byte[] _piece = new byte[16 * 1024];
    private uint _lastFour;

    // The heartbeat of the gateway finds dead connections; a second one below it would find them by another clock.
    private GatewaySocket() => _socket.Options.KeepAliveInterval = TimeSpan.Zero;

    /// <value>What the server closed with; null while it has not, or when the connection broke.</value>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<GatewaySocket> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        GatewaySocket socket = new();
        try
        {
            await socket._socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next payload, valid until the next call; <see cref="ReceivedPayload.IsEnd"/> when there will be none.</summary>
    /// <exception cref="InvalidDataException">The compressed stream is broken.</exception>
    public async ValueTask<ReceivedPayload> ReceiveAsync()
    {
        _payload.Clear();
        try
        {
            while (true)
            {
                // No token: cancelling a receive would tear the socket down before the closing frame is sent. Abort ends it.
                ValueWebSocketReceiveResult result = await _socket.ReceiveAsync(_piece.AsMemory(), CancellationToken.None).ConfigureAwait(false);
                if (result.MessageType == WebSocketMessageType.Close) return ReceivedPayload.End;
                if (Collect(_piece.AsMemory(0, result.Count), result))
                    return new ReceivedPayload(_payload.IsTooLarge ? default : _payload.Content, IsTooLarge: _payload.IsTooLarge, IsEnd: false);
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            return ReceivedPayload.End;
        }
    }

    /// <summary>Sends, unless the connection is gone.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> payload)
    {
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // Whoever reads learns it too, and perhaps with the code that says why.
        }
    }

    /// <summary>Says goodbye; the server's own goodbye then ends <see cref="ReceiveAsync"/>.</summary>
    public async Task SendCloseAsync(int code, CancellationToken cancellation)
    {
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // Nobody is there to be told: the connection is gone already, which is all that was wanted.
            _socket.Abort();
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _inflater.Dispose();
    }

    private static bool IsGone(Exception exception) => exception is WebSocketException or OperationCanceledException or ObjectDisposedException;

    /// <summary>Adds a piece; true when it ended a payload.</summary>
    private bool Collect(ReadOnlyMemory<byte> piece, ValueWebSocketReceiveResult result)
    {
        // Compressed payloads come as binary messages. A server that does not compress although it was asked to sends text.
        if (result.MessageType == WebSocketMessageType.Text)
        {
            _payload.Append(piece.Span);
            return result.EndOfMessage;
        }

        _inflater.Inflate(piece, _payload);
        foreach (byte value in piece.Span[Math.Max(0, piece.Length - sizeof(uint))..])
            _lastFour = (_lastFour << 8) | value;
        // A payload may be spread over several messages: it is whole when the compressor has flushed, which ends in 00 00 FF FF.
        return result.EndOfMessage && _lastFour == 0x0000FFFF;
    }
}
