using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Bot;
using VqganBot.Bot.Admin;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Results;
using VqganBot.Bot.Settings;
using VqganBot.Bot.Sight;
using VqganBot.Discord;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Health;
using VqganBot.Hosting;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Models;
using VqganBot.Moderation;
using VqganBot.Storage;
using VqganBot.Tests.Discord.OpenApi;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Imagine;

/// <summary>The whole bot but its gateway and its worker, over a real database, with a peer on loopback for Discord: what is queued stays queued.</summary>
internal sealed class HandlersFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-handlers-").FullName;
    private readonly CapturedLogs _logs = new();
    private LoopbackPeer _peer = null!;
    private ServiceProvider _services = null!;

    private HandlersFixture()
    {
    }

    /// <value>Decides about a request before the peer's own answers; true when it answered.</value>
    public Func<HttpContext, ReceivedCall, Task<bool>> Answer { get; set; } = (_, _) => Task.FromResult(false);

    public Uri Api => _peer.Api;

    public CapturedLogs Logs => _logs;

    public ManualClock Clock { get; } = new();

    public IReadOnlyList<ReceivedCall> Calls => _peer.Calls;

    public JobStore Store => Get<JobStore>();

    public JobFiles Files => Get<JobFiles>();

    public JobQueue Queue => Get<JobQueue>();

    public IReadOnlyList<Job> Waiting => Store.InState(JobState.Queued);

    public static async Task<HandlersFixture> StartAsync(string? limits = null)
    {
        var fixture = new HandlersFixture();
        var config = Path.Combine(fixture._folder, "config");
        Directory.CreateDirectory(config);
        File.Copy(Path.Combine(ModelFolders.Home, "config", "styles.json"), Path.Combine(config, "styles.json"));
        File.WriteAllText(Path.Combine(config, "limits.json"), limits ?? """{ "everyone": { "most_pictures": null, "jobs_in_queue": null, "largest_size": null } }""");
        File.Copy(Path.Combine(ModelFolders.Home, "config", "moderation.json"), Path.Combine(config, "moderation.json"));
        fixture._peer = await LoopbackPeer.StartAsync(fixture.AnswerAsync);
        fixture._services = fixture.Compose(new BotPaths(fixture._folder, config));
        return fixture;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Dispatches an interaction to its end, and gives the answer to its callback.</summary>
    public async Task<JsonElement> SendAsync(Interaction interaction)
    {
        await Get<InteractionDispatcher>().DispatchAsync(
            new InteractionContext(interaction, Get<DiscordRestClient>(), Clock), TestContext.Current.CancellationToken).WaitAsync(TestTimeouts.Default);
        if (Logs.Lines.FirstOrDefault(line => line.Level >= LogLevel.Error) is { Text: { } error }) Assert.Fail(error);
        return Json(Calls.Single(call => call.Target.Contains($"/interactions/{interaction.Id}/", StringComparison.Ordinal)));
    }

    /// <summary>The private words that an interaction was answered with, at once or after a deferral.</summary>
    public async Task<string> RefusalAsync(Interaction interaction)
    {
        var callback = await SendAsync(interaction);
        if (callback.GetProperty("type").GetInt32() == (int)InteractionCallbackType.ChannelMessageWithSource)
        {
            Assert.Equal(64, callback.GetProperty("data").GetProperty("flags").GetInt32());
            return callback.GetProperty("data").GetProperty("content").GetString()!;
        }

        var followup = Json(Calls.Single(call => call.Method == "POST" && call.Target.Contains("/webhooks/", StringComparison.Ordinal)));
        Assert.Equal(64, followup.GetProperty("flags").GetInt32());
        Assert.Contains(Calls, call => call.Method == "DELETE" && call.Target.Contains("original", StringComparison.Ordinal));
        return followup.GetProperty("content").GetString()!;
    }

    /// <summary>A job that was painted and shown, with a state for each picture.</summary>
    public Job Painted(Interaction interaction)
    {
        var job = Waiting.Single(job => job.Requester.User == interaction.User.Id);
        for (var tile = 1; tile <= job.Order.Count; tile++) File.WriteAllBytes(Files.State(job.Id, tile), [1]);
        Assert.NotNull(Store.Take(waiting => waiting.Single(candidate => candidate.Id == job.Id)));
        Assert.True(Store.MarkPainted(job.Id, job.Order.Steps * job.Order.Count, null));
        Assert.True(Store.MarkDelivered(job.Id, job.Reply.Message));
        return Store.Find(job.Id)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        // Whatever a test is about: nothing leaves the bot that Discord would not take.
        if (OpenApiJudge.TryLoad() is { } judge)
            Assert.Empty(Calls.Where(call => call.Target.StartsWith("/api/", StringComparison.Ordinal))
                .SelectMany(call => judge.Check(new HttpMethod(call.Method), call.Target, call.Headers.GetValueOrDefault("Content-Type", ""), call.Body)));
        await _peer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static JsonElement Json(ReceivedCall call) => JsonDocument.Parse(call.Body).RootElement;

    private ServiceProvider Compose(BotPaths paths)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<ILoggerFactory>(_logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(paths);
        services.AddSingleton(_ => Database.Open(paths.Database));
        services.AddSingleton(new JobFiles(paths.DataFolder));
        services.AddSingleton(new DiscordClientOptions { Token = "a.bot.token", ApiUrl = _peer.Api });
        services.AddSingleton<DiscordRestClient>();
        services.AddSingleton<BotMeter>();
        services.AddSingleton<Func<IPictureReader>>(() => new FakePictureReader());
        services.AddLimits().AddModeration().AddJobs().AddReplies().AddCommands().AddImagine().AddResults().AddSettings().AddSight().AddAdmin();
        return services.BuildServiceProvider();
    }

    private async Task AnswerAsync(HttpContext context, ReceivedCall call)
    {
        if (await Answer(context, call)) return;
        if (call.Target.Contains("/callback", StringComparison.Ordinal))
        {
            var id = call.Target.Split('/')[4];
            var message = ulong.Parse(id, CultureInfo.InvariantCulture) + 1;
            await context.Json(200, $$"""{ "interaction": { "id": "{{id}}", "type": 2, "response_message_id": "{{message}}" } }""");
        }
        else if (call.Method == "DELETE")
        {
            context.Response.StatusCode = 204;
        }
        else
        {
            await context.Posted();
        }
    }
}
