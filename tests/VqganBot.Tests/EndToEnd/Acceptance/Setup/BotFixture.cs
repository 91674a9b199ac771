using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Sight;
using VqganBot.Discord.Gateway;
using VqganBot.Hosting;
using VqganBot.Jobs;
using VqganBot.Models;
using VqganBot.Simulator;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Events;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.EndToEnd.Acceptance.Setup;

/// <summary>
/// The whole bot and a Discord of its own, over sockets, with real files and, unless the setup wants the real one, a painter
/// without networks. It can be stopped or killed and started again on what it left. <see cref="RunAsync"/> ends every test
/// by holding log and requests against the rules.
/// </summary>
internal sealed class BotFixture : IAsyncDisposable
{
    private const string Token = "acceptance-token.7f3a19";
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    private readonly BotSetup _setup;
    private readonly Evidence _evidence;
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-acceptance-").FullName;
    private WebApplication? _host;
    private BotLog _log = new();

    private BotFixture(BotSetup setup, SimulatorApp simulator, Evidence evidence) => (_setup, Simulator, _evidence) = (setup, simulator, evidence);

    public SimulatorApp Simulator { get; }

    public SimulatedWorld World => Simulator.World;

    public Evidence Evidence => _evidence;

    /// <value>The services of the host that runs.</value>
    public IServiceProvider Services => _host!.Services;

    public JobStore Jobs => Services.GetRequiredService<JobStore>();

    public GatewayClient Gateway => Services.GetRequiredService<GatewayClient>();

    /// <value>Where the host that runs answers about its health.</value>
    public Uri Web => new(_host!.Urls.Single());

    /// <value>The painter of the host that runs.</value>
    public FakeImageGenerator Painter { get; private set; } = null!;

    public static async Task RunAsync(Func<BotFixture, Task> test, BotSetup? setup = null)
    {
        setup ??= new BotSetup();
        var evidence = new Evidence(Token);
        var simulator = await SimulatorApp.StartAsync(new SimulatorOptions { Token = Token, RateLimits = setup.RateLimits, Recorded = evidence.Record });
        await using var bot = new BotFixture(setup, simulator, evidence);
        await bot.StartAsync();
        await test(bot);
        await bot.StopAsync();
        evidence.AssertClean(setup.ExpectedWarnings);
    }

    /// <summary>Starts the bot, also again after a stop or a kill, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        CopySettings();
        await UntilAsync(() => World.Presence.Status == "offline", "the bot of before is gone");
        Painter = new FakeImageGenerator(new JobFiles(_folder)) { IsFree = _setup.PaintsFreely, BeforeStep = (job, _) => Evidence.Painted(job) };
        _evidence.Read(_log = new BotLog());
        _host = BotHost.Build(Setting, services =>
        {
            if (!_setup.PaintsForReal) services.Replace(ServiceDescriptor.Singleton<Func<IImageGenerator>>(() => Painter));
            services.Replace(ServiceDescriptor.Singleton<Func<IPictureReader>>(() => new FakePictureReader()));
            services.Replace(ServiceDescriptor.Singleton(TestModels.Open(Path.Combine(_folder, "models"))));
            if (_setup.SharesClock) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Simulator.Clock));
            services.PostConfigure(_setup.Jobs);
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(_log);
        });
        await _host.StartAsync();
        await UntilAsync(() => World.Presence.Status != "offline", "the bot is there");
    }

    /// <summary>As a service manager asks for.</summary>
    public async Task StopAsync()
    {
        if (_host is not { } host) return;
        await host.StopAsync().WaitAsync(TestTimeouts.Default);
        await host.DisposeAsync();
        _host = null;
    }

    /// <summary>Takes everything away under the bot at once: nothing is laid down, and nobody is told.</summary>
    public async Task KillAsync()
    {
        _log.Close();
        Painter.BeforeStep = (_, _) => throw new InvalidOperationException("The process is gone.");
        await _host!.DisposeAsync();
        _host = null;
    }

    public Task<InteractionOutcome> InvokeAsync(SimulatedUser user, string command, params (string Name, OptionValue Value)[] options) =>
        InvokeAsync(user, World.Paintings, command, force: false, options);

    /// <summary>Runs a command, and remembers what was typed, since no log may have it.</summary>
    public Task<InteractionOutcome> InvokeAsync(SimulatedUser user, SimulatedChannel channel, string command, bool force, params (string Name, OptionValue Value)[] options)
    {
        foreach (var (name, value) in options) _evidence.Typed(name, value);
        return World.InvokeCommandAsync(user, channel, command, options.ToDictionary(option => option.Name, option => option.Value), force);
    }

    /// <summary>Asks for a picture and waits until it is there.</summary>
    public async Task<MessageView> PaintAsync(SimulatedUser user, string prompt, params (string Name, OptionValue Value)[] options)
    {
        var outcome = await InvokeAsync(user, "imagine", [("prompt", prompt), .. options]);
        return await UntilAsync(outcome.Message!, Views.IsPicture, $"the picture of '{prompt}'");
    }

    public async Task<MessageView> UntilAsync(MessageView message, Func<MessageView, bool> wanted, string what)
    {
        await UntilAsync(() => World.FindMessage(message.Id) is { } now && wanted(now), what, () => World.FindMessage(message.Id)?.Json.ToString());
        return World.FindMessage(message.Id)!;
    }

    /// <summary>What the bot says to an interaction in the end: its message, once it thinks no more, or the word after it.</summary>
    public async Task<MessageView> AnswerAsync(SimulatedUser user, InteractionOutcome outcome)
    {
        MessageView? answer = null;
        await UntilAsync(
            () => (answer = World.Channels.SelectMany(channel => World.MessagesIn(channel, user)).LastOrDefault(message => message.Message.InteractionMetadata?.Id == outcome.Interaction && !message.IsLoading)) is not null,
            $"an answer ({outcome.Answer}, {outcome.Refusal})");
        return answer!;
    }

    /// <summary>Waits for something to come true. Looked at after all that happens on Discord, and in between, since what the bot writes down is no event.</summary>
    public async Task UntilAsync(Func<bool> wanted, string what, Func<string?>? standing = null)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        var happened = World.Subscribe(patience.Token);
        var next = happened.WaitToReadAsync(CancellationToken.None).AsTask();
        while (!wanted())
        {
            if (await Task.WhenAny(next, Task.Delay(LookAgain, TimeProvider.System, CancellationToken.None)) != next) continue;
            if (!await next) Assert.Fail($"Waited in vain for this: {what}. {standing?.Invoke()}\n{_evidence.LastLines}");
            while (happened.TryRead(out WorldEvent? _))
            {
            }

            next = happened.WaitToReadAsync(CancellationToken.None).AsTask();
        }

        await patience.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Painter.IsFree = true;
        await StopAsync();
        await Simulator.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // The painter of a killed bot may still hold a file; the system clears its folder for temporary files.
        }
    }

    private void CopySettings()
    {
        Directory.CreateDirectory(ConfigFolder);
        foreach (var file in Directory.GetFiles(Path.Combine(ModelFolders.Home, "config")))
            File.Copy(file, Path.Combine(ConfigFolder, Path.GetFileName(file)), overwrite: true);
        File.WriteAllText(Path.Combine(ConfigFolder, "limits.json"), _setup.Limits);
    }

    private string ConfigFolder => Path.Combine(_folder, "config");

    private string? Setting(string name) => name switch
    {
        "DISCORD_TOKEN" => Token,
        "DISCORD_API_URL" => Simulator.ApiUrl.ToString(),
        "VQGANBOT_DATA" => _folder,
        "VQGANBOT_CONFIG" => ConfigFolder,
        "VQGANBOT_HTTP" => "http://127.0.0.1:0",
        "VQGANBOT_LOG_LEVEL" => "Debug",
        _ => null,
    };
}
