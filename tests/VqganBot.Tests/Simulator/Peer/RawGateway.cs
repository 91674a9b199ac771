using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using VqganBot.Simulator;

namespace VqganBot.Tests.Simulator.Peer;

/// <summary>One socket to the gateway, read frame by frame.</summary>
internal sealed class RawGateway : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _packed = new();
    private ZLibStream? _zlib;

    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <value>The last sequence number seen.</value>
    public long Sequence { get; private set; }

    public string SessionId { get; private set; } = "";

    public Uri ResumeUrl { get; private set; } = null!;

    public static async Task<RawGateway> OpenAsync(SimulatorApp app, bool compress = false, string query = "v=10&encoding=json", Uri? url = null, bool greeted = true)
    {
        var gateway = new RawGateway();
        if (compress)
            gateway._zlib = new ZLibStream(gateway._packed, CompressionMode.Decompress);
        url ??= new UriBuilder(app.Address) { Scheme = "ws", Path = "/gateway" }.Uri;
        await gateway._socket.ConnectAsync(new Uri($"{url}?{query}{(compress ? "&compress=zlib-stream" : "")}"), RawBot.Soon());
        if (greeted)
            Assert.Equal(10, (int)(await gateway.ReadAsync())!["op"]!);
        return gateway;
    }

    public async Task<JsonObject> IdentifyAsync(int intents = 1, string token = "playground")
    {
        await SendAsync(Identify(intents, token));
        JsonObject ready = await DispatchAsync("READY");
        SessionId = (string)ready["session_id"]!;
        ResumeUrl = new Uri((string)ready["resume_gateway_url"]!);
        if ((intents & 1) != 0)
            await DispatchAsync("GUILD_CREATE");
        return ready;
    }

    public static string Identify(int intents = 1, string token = "playground", string rest = "") =>
        $$"""{"op":2,"d":{"token":"{{token}}","intents":{{intents}},"properties":{"os":"linux","browser":"raw","device":"raw"}{{rest}} } }""";

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, RawBot.Soon());

    /// <summary>The next frame; null where the server closed.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        byte[] buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        WebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(buffer, RawBot.Soon());
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        if (received.MessageType == WebSocketMessageType.Close)
            return null;
        byte[] bytes = _zlib is null ? message.ToArray() : Unpack(message.ToArray());
        JsonObject frame = JsonNode.Parse(bytes)!.AsObject();
        if (frame["s"] is { } sequence)
            Sequence = (long)sequence;
        return frame;
    }

    /// <summary>The data of the next event of this name; others are passed over.</summary>
    public async Task<JsonObject> DispatchAsync(string name)
    {
        while (true)
        {
            JsonObject frame = await ReadAsync() ?? throw new InvalidOperationException($"The gateway closed with {CloseCode} before {name} came.");
            if ((string?)frame["t"] == name)
                return frame["d"]!.AsObject();
        }
    }

    public async Task<InteractionCreate> InteractionAsync() => new(await DispatchAsync("INTERACTION_CREATE"));

    /// <summary>Reads until the server closes; gives its code.</summary>
    public async Task<int?> CloseAsync()
    {
        while (await ReadAsync() is not null)
        {
        }
        return CloseCode;
    }

    /// <summary>Closes from this side with a code.</summary>
    public Task CloseWithAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, RawBot.Soon());

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private byte[] Unpack(byte[] packed)
    {
        Assert.Equal<byte>([0, 0, 0xFF, 0xFF], packed[^4..]);
        _packed.SetLength(0);
        _packed.Write(packed);
        _packed.Position = 0;
        using var plain = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = _zlib!.Read(buffer)) > 0;)
            plain.Write(buffer, 0, count);
        return plain.ToArray();
    }
}
