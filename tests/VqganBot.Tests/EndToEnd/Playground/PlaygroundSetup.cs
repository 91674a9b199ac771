using Microsoft.Playwright;
using VqganBot.Discord.Wire;
using VqganBot.Simulator;
using VqganBot.Simulator.RateLimits;
using VqganBot.Tests.EndToEnd.Playground.Bots;
using VqganBot.Tests.EndToEnd.Playground.Pages;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>A simulator, a scripted bot on it, and pages in front of it.</summary>
internal sealed class PlaygroundSetup(IBrowser browser, ManualClock clock, SimulatorApp simulator, ScriptedBot bot) : IAsyncDisposable
{
    private readonly List<PlaygroundPage> _pages = [];
    private bool _isStopped;

    /// <value>The simulator's: it stands still, so that no answer of a test is ever too late.</value>
    public ManualClock Clock { get; } = clock;

    public SimulatorApp Simulator { get; } = simulator;

    public ScriptedBot Bot { get; } = bot;

    public static async Task<PlaygroundSetup> StartAsync(ChromiumFixture chromium, params IReadOnlyList<ApplicationCommand> commands)
    {
        // First of all: without a browser nothing need be started.
        var browser = chromium.Browser;
        var clock = new ManualClock();
        var simulator = await SimulatorApp.StartAsync(new SimulatorOptions { RateLimits = RateLimitOptions.Loose, Clock = clock });
        return new PlaygroundSetup(browser, clock, simulator, await ScriptedBot.StartAsync(simulator, commands));
    }

    public async Task<PlaygroundPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var page = await PlaygroundPage.OpenAsync(browser, Simulator.Address, options);
        _pages.Add(page);
        return page;
    }

    /// <summary>Fails when a browser's console complained.</summary>
    public void AssertNoComplaints() => Assert.Empty(_pages.SelectMany(page => page.Complaints));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages) await page.DisposeAsync();
        await Bot.DisposeAsync();
        await StopSimulatorAsync();
    }

    /// <summary>As if the process had ended; a second time it does nothing.</summary>
    public async Task StopSimulatorAsync()
    {
        if (Interlocked.Exchange(ref _isStopped, true)) return;
        await Simulator.DisposeAsync();
    }
}
