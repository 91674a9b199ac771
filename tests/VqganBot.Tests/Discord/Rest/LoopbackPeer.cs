using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>A real HTTP server on loopback that answers as the test says and keeps what it was asked.</summary>
internal sealed class LoopbackPeer : IAsyncDisposable
{
    private readonly Channel<ReceivedCall> _arrivals = Channel.CreateUnbounded<ReceivedCall>();
    private readonly List<ReceivedCall> _calls = [];
    private readonly WebApplication _app;

    private LoopbackPeer(WebApplication app) => _app = app;

    public Uri Api => new($"{_app.Urls.Single()}/api/v10");

    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    public static async Task<LoopbackPeer> StartAsync(Func<HttpContext, ReceivedCall, Task> answer, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var peer = new LoopbackPeer(app);
        app.Run(async context =>
        {
            var call = await ReadAsync(context);
            lock (peer._calls)
                peer._calls.Add(call);
            peer._arrivals.Writer.TryWrite(call);
            await answer(context, call);
        });
        await app.StartAsync();
        return peer;
    }

    /// <summary>The next request that arrives, whether answered yet or not.</summary>
    public async Task<ReceivedCall> NextAsync() => await _arrivals.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<ReceivedCall> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new ReceivedCall(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
