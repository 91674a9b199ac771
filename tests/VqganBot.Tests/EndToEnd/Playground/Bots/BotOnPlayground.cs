using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Sight;
using VqganBot.Hosting;
using VqganBot.Jobs;
using VqganBot.Simulator;
using VqganBot.Simulator.RateLimits;
using VqganBot.Tests.EndToEnd.Playground.Pages;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.EndToEnd.Playground.Bots;

/// <summary>The real bot on the simulator, over sockets, with a painter without a GPU that takes its time for a step.</summary>
internal sealed class BotOnPlayground : IAsyncDisposable
{
    private static readonly TimeSpan StepTime = TimeSpan.FromSeconds(0.1);

    private readonly IBrowser _browser;
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-playground-").FullName;
    private readonly ManualResetEventSlim _hurry = new();
    private readonly List<PlaygroundPage> _pages = [];
    private WebApplication? _host;

    private BotOnPlayground(IBrowser browser, SimulatorApp simulator) => (_browser, Simulator) = (browser, simulator);

    public SimulatorApp Simulator { get; }

    public JobStore Jobs => _host!.Services.GetRequiredService<JobStore>();

    /// <value>Whether a step takes no time. False at first: so there is something to see on the way.</value>
    public bool IsFast
    {
        set
        {
            if (value) _hurry.Set();
            else _hurry.Reset();
        }
    }

    public static async Task<BotOnPlayground> StartAsync(ChromiumFixture chromium)
    {
        var browser = chromium.Browser;
        var playground = new BotOnPlayground(browser, await SimulatorApp.StartAsync(new SimulatorOptions { RateLimits = RateLimitOptions.Loose }));
        await playground.StartBotAsync();
        return playground;
    }

    public async Task StartBotAsync()
    {
        var painter = new FakeImageGenerator(new JobFiles(_folder)) { IsFree = true, BeforeStep = (_, _) => _hurry.Wait(StepTime) };
        _host = BotHost.Build(Setting, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<Func<IImageGenerator>>(() => painter));
            services.Replace(ServiceDescriptor.Singleton<Func<IPictureReader>>(() => new FakePictureReader()));
            services.PostConfigure<ReplyOptions>(options => options.EditInterval = TimeSpan.FromSeconds(0.5));
        });
        await _host.StartAsync();
        await Simulator.Gateway.WhenReadyAsync().WaitAsync(TestTimeouts.Default);
    }

    /// <summary>A graceful stop, as a service manager asks for.</summary>
    public async Task StopBotAsync()
    {
        await _host!.StopAsync().WaitAsync(TestTimeouts.Default);
        await _host.DisposeAsync();
        _host = null;
    }

    /// <summary>Opens the page, once the bot's commands are there.</summary>
    public async Task<PlaygroundPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var page = await PlaygroundPage.OpenAsync(_browser, Simulator.Address, options);
        _pages.Add(page);
        await page.Page.GetByRole(AriaRole.Group, new() { Name = "Try one" }).GetByRole(AriaRole.Button).First.WaitForAsync();
        return page;
    }

    public void AssertNoComplaints() => Assert.Empty(_pages.SelectMany(page => page.Complaints));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages) await page.DisposeAsync();
        IsFast = true;
        if (_host is not null) await StopBotAsync();
        await Simulator.DisposeAsync();
        _hurry.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string? Setting(string name) => name switch
    {
        "DISCORD_TOKEN" => "playground",
        "DISCORD_API_URL" => Simulator.ApiUrl.ToString(),
        "VQGANBOT_DATA" => _folder,
        "VQGANBOT_HTTP" => "http://127.0.0.1:0",
        "VQGANBOT_LOG_LEVEL" => "Warning",
        _ => null,
    };
}
