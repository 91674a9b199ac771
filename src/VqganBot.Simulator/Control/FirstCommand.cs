using System.Threading.Channels;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Gateway;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Events;

namespace VqganBot.Simulator.Control;

/// <summary>Lets Ada ask for a first picture as soon as the bot is there and knows how, so that the page is alive at first sight.</summary>
internal sealed class FirstCommand(SimulatedWorld world, GatewayHub gateway, string prompt) : IAsyncDisposable
{
    private const string Command = "imagine";

    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync(world.Subscribe(_stopping.Token));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(ChannelReader<WorldEvent> events)
    {
        try
        {
            await gateway.WhenReadyAsync(_stopping.Token);
            while (world.CommandsFor(world.Ada, world.Paintings).All(command => command.Name != Command))
                await WaitForCommandsAsync(events);
            var options = new Dictionary<string, OptionValue> { ["prompt"] = prompt };
            await world.InvokeCommandAsync(world.Ada, world.Paintings, Command, options, cancellation: _stopping.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException)
        {
            // The simulator stops before the bot came.
        }
    }

    private async Task WaitForCommandsAsync(ChannelReader<WorldEvent> events)
    {
        while (await events.ReadAsync(_stopping.Token) is not WorldEvent.CommandsChanged)
        {
        }
    }
}
