using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Sight;
using VqganBot.Hosting;
using VqganBot.Jobs;
using VqganBot.Simulator;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Rest;
using VqganBot.Simulator.World;
using VqganBot.Tests.Discord.OpenApi;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Imagine;

/// <summary>The real bot on the simulated Discord, over real sockets; only the painting is not.</summary>
internal sealed class PlayedBot : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-played-").FullName;
    private readonly SimulatorApp _simulator;
    private readonly ConcurrentQueue<RecordedRequest> _requests;
    private readonly WebApplication _bot;

    private PlayedBot(SimulatorApp simulator, ConcurrentQueue<RecordedRequest> requests)
    {
        (_simulator, _requests) = (simulator, requests);
        var environment = new Dictionary<string, string>
        {
            ["DISCORD_TOKEN"] = "playground",
            ["DISCORD_API_URL"] = simulator.ApiUrl.ToString(),
            ["VQGANBOT_DATA"] = _folder,
            ["VQGANBOT_HTTP"] = "http://127.0.0.1:0",
        };
        _bot = BotHost.Build(name => environment.GetValueOrDefault(name), services =>
        {
            services.AddSingleton<ILoggerFactory>(Logs);
            services.AddSingleton<Func<IImageGenerator>>(provider => () => new FakeImageGenerator(provider.GetRequiredService<JobFiles>()) { IsFree = true });
            services.AddSingleton<Func<IPictureReader>>(() => new FakePictureReader());
        });
    }

    public CapturedLogs Logs { get; } = new();

    public SimulatedWorld World => _simulator.World;

    public JobStore Store => _bot.Services.GetRequiredService<JobStore>();

    public static async Task<PlayedBot> StartAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var requests = new ConcurrentQueue<RecordedRequest>();
        var played = new PlayedBot(await SimulatorApp.StartAsync(new SimulatorOptions { Recorded = requests.Enqueue }, cancellation), requests);
        await played._bot.StartAsync(cancellation);
        await played._simulator.Gateway.WhenReadyAsync(cancellation).WaitAsync(TestTimeouts.Default, cancellation);
        return played;
    }

    public Task<InteractionOutcome> InvokeAsync(SimulatedUser user, string command, bool force = false, params IReadOnlyList<(string Name, OptionValue Value)> options) => World.InvokeCommandAsync(
        user, World.Paintings, command, options.ToDictionary(option => option.Name, option => option.Value), force, TestContext.Current.CancellationToken);

    public Task<InteractionOutcome> PressAsync(SimulatedUser user, MessageView message, string label) => World.PressButtonAsync(
        user, message.Id, message.FindButton(label)?.CustomId ?? throw new InvalidOperationException($"There is no button {label} under: {message.Message.Content}"),
        cancellation: TestContext.Current.CancellationToken);

    public Task<InteractionOutcome> SubmitAsync(ModalView modal, params IReadOnlyList<(string Field, string Text)> fields) =>
        World.SubmitModalAsync(modal, fields.ToDictionary(field => field.Field, field => field.Text), cancellation: TestContext.Current.CancellationToken);

    /// <summary>The first message in the channel that is as it should be, now or when something changes.</summary>
    public async Task<MessageView> UntilAsync(SimulatedUser viewer, Func<MessageView, bool> isIt)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TestTimeouts.Default);
        var events = World.Subscribe(patience.Token);
        while (true)
        {
            if (World.MessagesIn(World.Paintings, viewer).FirstOrDefault(isIt) is { } found) return found;
            await events.ReadAsync(patience.Token);
        }
    }

    /// <summary>The finished picture that an interaction began.</summary>
    public Task<MessageView> PictureAsync(SimulatedUser viewer, InteractionOutcome asked) =>
        UntilAsync(viewer, message => message.Id == asked.Message?.Id && message.FindButton("Re-roll") is not null && message.Message.Attachments is [_]);

    public async ValueTask DisposeAsync()
    {
        await _bot.StopAsync(CancellationToken.None);
        await _bot.DisposeAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (OpenApiJudge.TryLoad() is { } judge) Assert.Empty(_requests.SelectMany(judge.Check));
    }
}
