using Microsoft.Playwright;
using VqganBot.Discord.Wire;
using VqganBot.Simulator;
using VqganBot.Simulator.RateLimits;
using VqganBot.Tests.EndToEnd.Playground.Bots;
using VqganBot.Tests.EndToEnd.Playground.Pages;

namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>A simulator, a scripted bot on it, and pages in front of it.</summary>
internal sealed class PlaygroundSetup : IAsyncDisposable
{
    private readonly IBrowser _browser;
    private readonly List<PlaygroundPage> _pages = [];

    private PlaygroundSetup(IBrowser browser, SimulatorApp simulator, ScriptedBot bot) => (_browser, Simulator, Bot) = (browser, simulator, bot);

    public SimulatorApp Simulator { get; }

    public ScriptedBot Bot { get; }

    public static async Task<PlaygroundSetup> StartAsync(ChromiumFixture chromium, params IReadOnlyList<ApplicationCommand> commands)
    {
        // First of all: without a browser nothing need be started.
        var browser = chromium.Browser;
        var simulator = await SimulatorApp.StartAsync(new SimulatorOptions { RateLimits = RateLimitOptions.Loose });
        return new PlaygroundSetup(browser, simulator, await ScriptedBot.StartAsync(simulator, commands));
    }

    public async Task<PlaygroundPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var page = await PlaygroundPage.OpenAsync(_browser, Simulator.Address, options);
        _pages.Add(page);
        return page;
    }

    /// <summary>Fails when a browser's console complained.</summary>
    public void AssertNoComplaints() => Assert.Empty(_pages.SelectMany(page => page.Complaints));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages) await page.DisposeAsync();
        await Bot.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
