using System.Text.Json;
using Microsoft.Extensions.Logging;
using VqganBot.Discord;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Wire;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Discord.Gateway;

/// <summary>The real client against a scripted gateway, with a clock that stands still and chance that always says one half.</summary>
internal sealed class GatewayHarness : IAsyncDisposable
{
    public const string Token = "secret.token.never-logged";

    /// <summary>The longest wait before a second attempt: 1 s, its jitter at one half leaving it as it is.</summary>
    public static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private Task? _run;

    private GatewayHarness(ScriptedGateway gateway, GatewayOptions options)
    {
        Gateway = gateway;
        Client = new GatewayClient(new DiscordClientOptions { Token = Token }, options, LocateAsync, Clock, new Half(), Logs);
    }

    public ScriptedGateway Gateway { get; }

    public ManualClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public GatewayClient Client { get; }

    /// <value>What <c>GET /gateway/bot</c> answers; it may throw.</value>
    public Func<GatewayHarness, GatewayBot> Locate { get; set; } = harness => harness.Bot();

    public int Located { get; private set; }

    public Task Running => _run!.WaitAsync(TestTimeouts.Default);

    public static async Task<GatewayHarness> StartAsync(GatewayOptions? options = null, Action<GatewayHarness>? set = null)
    {
        var harness = new GatewayHarness(await ScriptedGateway.StartAsync(), options ?? new GatewayOptions());
        set?.Invoke(harness);
        harness._run = harness.Client.RunAsync(harness._stop.Token);
        return harness;
    }

    public GatewayBot Bot(int remaining = 1000, int total = 1000, long resetAfter = 0) => new()
    {
        Url = Gateway.Address.ToString(),
        Shards = 1,
        SessionStartLimit = new SessionStartLimit { Total = total, Remaining = remaining, ResetAfter = resetAfter, MaxConcurrency = 1 },
    };

    /// <summary>Accepts the next connection and brings it to READY.</summary>
    public async Task<ScriptedConnection> BecomeReadyAsync(string session = "session-1", int heartbeatInterval = 40_000)
    {
        var connection = await Gateway.AcceptAsync();
        await connection.HelloAsync(heartbeatInterval);
        await connection.ReceiveAsync(op: 2);
        await connection.ReadyAsync(Gateway.Address, session);
        Assert.Equal("READY", (await NextAsync()).EventName);
        return connection;
    }

    /// <summary>Accepts the next connection, which must resume; the data of its Resume.</summary>
    public async Task<(ScriptedConnection Connection, JsonElement Resume)> AcceptResumeAsync()
    {
        var connection = await Gateway.AcceptAsync();
        await connection.HelloAsync();
        return (connection, await connection.ReceiveAsync(op: 6));
    }

    public async Task<GatewayDispatch> NextAsync() => await Client.Dispatches.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);

    /// <summary>Lets the client wait for so long, once it does wait.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await Clock.WaitForTimerAsync(wait);
        Clock.Advance(wait);
    }

    public Task StopAsync()
    {
        _stop.Cancel();
        return Running;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run!.WaitAsync(TestTimeouts.Default).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Gateway.DisposeAsync();
        Assert.DoesNotContain(Logs.Lines, line => line.Text.Contains(Token, StringComparison.Ordinal));
        _stop.Dispose();
    }

    private Task<GatewayBot> LocateAsync(CancellationToken cancellation)
    {
        Located++;
        return Task.Run(() => Locate(this), cancellation);
    }

    private sealed class Half : Random
    {
        public override double NextDouble() => 0.5;
    }
}
