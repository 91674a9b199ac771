using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace VqganBot.Simulator.Gateway;

/// <summary>Sends what it is given to one socket, in order, compressed or plain.</summary>
internal sealed class GatewayWriter : IDisposable
{
    private readonly WebSocket _socket;
    // Unbounded: dispatches are queued under the world's lock, which must not wait for a slow reader.
    private readonly Channel<object> _queue = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _zlib;
    private volatile bool _isSilent;

    public GatewayWriter(WebSocket socket, bool compresses)
    {
        _socket = socket;
        _zlib = compresses ? new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    public void Send(JsonObject payload) => _queue.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(payload));

    public void Send(byte[] payload) => _queue.Writer.TryWrite(payload);

    /// <summary>Closes the socket once all that was queued before is out.</summary>
    public void Close(int code, string reason)
    {
        _queue.Writer.TryWrite(new Closing(code, reason));
        _queue.Writer.TryComplete();
    }

    /// <summary>Takes what it is given from now on and sends none of it.</summary>
    public void Silence() => _isSilent = true;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (object item in _queue.Reader.ReadAllAsync(cancellation))
        {
            if (_isSilent)
                continue;
            if (item is Closing closing)
                await _socket.CloseOutputAsync((WebSocketCloseStatus)closing.Code, closing.Reason, cancellation);
            else
                await SendAsync((byte[])item, cancellation);
        }
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _zlib?.Dispose();
    }

    private async Task SendAsync(byte[] payload, CancellationToken cancellation)
    {
        if (_zlib is null)
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellation);
            return;
        }
        // One context for the whole connection; each flush ends with 00 00 FF FF.
        _packed.SetLength(0);
        await _zlib.WriteAsync(payload, cancellation);
        await _zlib.FlushAsync(cancellation);
        await _socket.SendAsync(_packed.GetBuffer().AsMemory(0, (int)_packed.Length), WebSocketMessageType.Binary, endOfMessage: true, cancellation);
    }

    private sealed record Closing(int Code, string Reason);
}
