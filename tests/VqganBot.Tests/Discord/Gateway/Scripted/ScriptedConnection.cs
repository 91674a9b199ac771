using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using VqganBot.Tests.TestKit;
using Channel = System.Threading.Channels.Channel;

namespace VqganBot.Tests.Discord.Gateway;

/// <summary>One connection of a client, seen from the server; compresses where the client asked for it.</summary>
internal sealed class ScriptedConnection
{
    private readonly WebSocket _socket;
    private readonly HttpContext _context;
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<int?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemoryStream _deflated = new();
    private readonly ZLibStream? _zlib;

    public ScriptedConnection(WebSocket socket, HttpContext context)
    {
        _socket = socket;
        _context = context;
        Query = context.Request.QueryString.Value!;
        if (context.Request.Query["compress"] == "zlib-stream") _zlib = new ZLibStream(_deflated, CompressionMode.Compress);
        Ended = ReadAsync();
    }

    public string Query { get; }

    /// <value>Ends when nothing more can come.</value>
    public Task Ended { get; }

    /// <value>The code the client closed with; null when it just went.</value>
    public Task<int?> ClosedWith => _closed.Task.WaitAsync(TestTimeouts.Default);

    public async Task<JsonElement> ReceiveAsync() => await _received.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);

    /// <summary>The next payload, which must have this opcode; its data.</summary>
    public async Task<JsonElement> ReceiveAsync(int op)
    {
        var payload = await ReceiveAsync();
        Assert.Equal(op, payload.GetProperty("op").GetInt32());
        return payload.GetProperty("d");
    }

    public bool TryReceive(out JsonElement payload) => _received.Reader.TryRead(out payload);

    public Task SendAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return _zlib is null
            ? _socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None)
            : _socket.SendAsync(Deflate(bytes), WebSocketMessageType.Binary, true, CancellationToken.None);
    }

    public Task SendRawAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool endOfMessage = true) =>
        _socket.SendAsync(bytes, type, endOfMessage, CancellationToken.None).AsTask();

    /// <summary>As zlib-stream would send it: flushed, in the context of this connection.</summary>
    public byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        _deflated.SetLength(0);
        _zlib!.Write(bytes);
        _zlib.Flush();
        return _deflated.ToArray();
    }

    public Task HelloAsync(int interval = 40_000) => SendAsync($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}},"_trace":["scripted"]},"s":null,"t":null}""");

    public Task DispatchAsync(string name, int sequence, string data) => SendAsync($$"""{"op":0,"t":"{{name}}","s":{{sequence}},"d":{{data}}}""");

    public Task ReadyAsync(Uri resumeAddress, string session = "session-1", int sequence = 1) => DispatchAsync("READY", sequence, $$"""
        {"v":10,"user":{"id":"80351110224678912","username":"painter","bot":true},"guilds":[{"id":"41771983423143937","unavailable":true}],
         "session_id":"{{session}}","resume_gateway_url":"{{resumeAddress}}","application":{"id":"80351110224678913","flags":0},"private_channels":[]}
        """);

    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, "scripted", CancellationToken.None);

    /// <summary>Breaks the line without a word.</summary>
    public void Abort() => _context.Abort();

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                WebSocketReceiveResult result;
                do
                {
                    result = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), CancellationToken.None);
                    length += result.Count;
                }
                while (!result.EndOfMessage);

                if (result.MessageType == WebSocketMessageType.Close)
                {
                    if (_socket.State == WebSocketState.CloseReceived)
                        await _socket.CloseOutputAsync(result.CloseStatus!.Value, null, CancellationToken.None);
                    _closed.TrySetResult((int?)result.CloseStatus);
                    break;
                }

                _received.Writer.TryWrite(JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length)));
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            _closed.TrySetResult(null);
        }

        _received.Writer.TryComplete();
    }
}
