using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.Gateway;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator;

/// <summary>A Discord on loopback: REST, gateway, files, and a page with a channel in it.</summary>
public sealed class SimulatorApp : IAsyncDisposable
{
    private SimulatorApp(Uri address) => Address = address;

    /// <value>The root of everything: the page; the API is at <c>api/v10</c> below.</value>
    public Uri Address { get; }

    /// <value>What a bot is given as the API's address.</value>
    public Uri ApiUrl => new(Address, "api/v10");

    /// <value>Everything there is, and everything people can do.</value>
    public SimulatedWorld World => throw new NotImplementedException();

    /// <value>The time on this Discord.</value>
    public SimulatedClock Clock => throw new NotImplementedException();

    /// <value>What goes wrong with requests and events.</value>
    public FaultSwitches Faults => throw new NotImplementedException();

    /// <value>The gateway, for what goes wrong with its sockets and sessions.</value>
    public GatewayHub Gateway => throw new NotImplementedException();

    /// <summary>Starts it on its own threads.</summary>
    public static Task<SimulatorApp> StartAsync(SimulatorOptions options, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
