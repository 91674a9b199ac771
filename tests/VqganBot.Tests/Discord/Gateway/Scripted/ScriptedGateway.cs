using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VqganBot.Tests.TestKit;
using Channel = System.Threading.Channels.Channel;

namespace VqganBot.Tests.Discord.Gateway;

/// <summary>A gateway on a real socket that says only what a test makes it say.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<ScriptedConnection> _connections = Channel.CreateUnbounded<ScriptedConnection>();

    private ScriptedGateway(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single().Replace("http://", "ws://", StringComparison.Ordinal));

    /// <value>When set, no websocket is opened: the answer is this status.</value>
    public int? Refusal { get; set; }

    public static async Task<ScriptedGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var gateway = new ScriptedGateway(app);
        app.UseWebSockets();
        app.Run(gateway.ServeAsync);
        await app.StartAsync();
        return gateway;
    }

    /// <summary>The next connection a client makes.</summary>
    public async Task<ScriptedConnection> AcceptAsync() => await _connections.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);

    public bool TryAccept() => _connections.Reader.TryRead(out _);

    public async ValueTask DisposeAsync()
    {
        while (_connections.Reader.TryRead(out var connection)) connection.Abort();
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (Refusal is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var connection = new ScriptedConnection(await context.WebSockets.AcceptWebSocketAsync(), context);
        _connections.Writer.TryWrite(connection);
        await connection.Ended;
    }
}
