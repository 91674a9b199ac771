using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Control;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.Files;
using VqganBot.Simulator.Gateway;
using VqganBot.Simulator.Playground;
using VqganBot.Simulator.Playground.Traffic;
using VqganBot.Simulator.Rest;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator;

/// <summary>A Discord on loopback: REST, gateway, files, and a page with a channel in it.</summary>
public sealed class SimulatorApp : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly CancellationTokenSource _stopping = new();
    private readonly FirstCommand? _first;

    private SimulatorApp(SimulatorOptions options)
    {
        Clock = new SimulatedClock(options.Clock);
        Faults = new FaultSwitches();
        World = new SimulatedWorld(options, Clock);
        Gateway = new GatewayHub(options, World, Clock, Faults);
        _first = options.FirstPrompt is { } prompt ? new FirstCommand(World, Gateway, prompt) : null;

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Only this machine: nobody else's business, and no token worth the name protects it.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = BodyReader.LargestRequest;
        });
        _web = builder.Build();
        _web.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        TrafficLog traffic = _web.UsePlayground();
        _web.MapGateway(Gateway, _stopping.Token);
        _web.MapFiles(World.Files);
        _web.MapControl(this);
        _web.MapPlayground(World, Clock, Faults, Gateway, traffic);
        ApiRoutes.Map(_web, new ApiPipeline(options, World, Clock, Faults), World, Gateway, () => SocketAddress(GatewayEndpoints.Path));
    }

    /// <value>The root of everything: the page; the API is at <c>api/v10</c> below.</value>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <value>What a bot is given as the API's address.</value>
    public Uri ApiUrl => new(Address, "api/v10");

    /// <value>Everything there is, and everything people can do.</value>
    public SimulatedWorld World { get; }

    /// <value>The time on this Discord.</value>
    public SimulatedClock Clock { get; }

    /// <value>What goes wrong with requests and events.</value>
    public FaultSwitches Faults { get; }

    /// <value>The gateway, for what goes wrong with its sockets and sessions.</value>
    public GatewayHub Gateway { get; }

    /// <summary>Starts it on its own threads.</summary>
    public static async Task<SimulatorApp> StartAsync(SimulatorOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var app = new SimulatorApp(options);
        await app._web.StartAsync(cancellation);
        app.Address = new Uri(app._web.Urls.First().TrimEnd('/') + "/");
        app.World.Files.Origin = app.Address;
        app.Gateway.ResumeAddress = app.SocketAddress(GatewayEndpoints.ResumePath);
        app._first?.Start();
        return app;
    }

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitForShutdownAsync() => _web.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync();
        if (_first is not null)
            await _first.DisposeAsync();
        // Whoever still holds a connection is cut off: a test's client must not keep its server.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _web.StopAsync(now.Token);
        await _web.DisposeAsync();
        _stopping.Dispose();
    }

    private Uri SocketAddress(string path) => new UriBuilder(Address) { Scheme = "ws", Path = path }.Uri;
}
