using System.Text.Json;
using VqganBot.Discord.Wire;
using VqganBot.Simulator;
using VqganBot.Simulator.World;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Peers;

/// <summary>A bot on discord.js logged in to the simulator, for all tests of a class.</summary>
public sealed class DiscordJsPeer : IAsyncLifetime
{
    private NodePeer? _peer;
    private string _reason = "";

    public SimulatorApp Simulator { get; private set; } = null!;

    /// <value>What it told when it was ready.</value>
    public JsonElement Ready { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Simulator = await SimulatorApp.StartAsync(new SimulatorOptions());
        (_peer, _reason) = await NodePeer.StartAsync("discordjs", "bot.js", new Uri(Simulator.Address, "api").ToString(), "playground");
        if (_peer is not null) Ready = await _peer.NextAsync("ready");
    }

    public async ValueTask DisposeAsync()
    {
        if (_peer is not null) await _peer.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    /// <summary>Skips the test where the peer cannot run.</summary>
    public void Require() => Assert.SkipUnless(_peer is not null, _reason);

    /// <value>The names of all events that were passed over so far.</value>
    public IReadOnlyCollection<string> Told => _peer!.PassedOver;

    public Task<JsonElement> NextAsync(string name) => _peer!.NextAsync(name);

    /// <summary>A message once it is as wished.</summary>
    public async Task<MessageView> MessageAsync(Snowflake id, Func<MessageView, bool> wished)
    {
        using var limit = new CancellationTokenSource(TestTimeouts.Default);
        var events = Simulator.World.Subscribe(limit.Token);
        while (true)
        {
            if (Simulator.World.FindMessage(id) is { } message && wished(message)) return message;
            await events.ReadAsync(limit.Token);
        }
    }
}
