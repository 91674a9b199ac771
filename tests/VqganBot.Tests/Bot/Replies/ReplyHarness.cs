using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Live;
using VqganBot.Bot.Results;
using VqganBot.Discord;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Health;
using VqganBot.Hosting;
using VqganBot.Imaging;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Storage;
using VqganBot.Tests.Discord.OpenApi;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Replies;

/// <summary>The real store, queue, client and replies over a server on loopback that answers as the test says; the test is the painter.</summary>
internal sealed class ReplyHarness : IAsyncDisposable
{
    // Unlike any other wait, so that a test can tell it from those it is about.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromHours(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("replies");
    private readonly LoopbackPeer _peer;
    private ServiceProvider _services;
    private ulong _nextInteraction = 100;

    private ReplyHarness(LoopbackPeer peer)
    {
        _peer = peer;
        _services = Build();
    }

    public WatchedClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    /// <value>How the server answers; by default it accepts everything.</value>
    public Func<HttpContext, ReceivedCall, Task> Answer { get; set; } = (context, _) => context.Posted();

    public JobStore Store => Get<JobStore>();

    public ReplyUpdater Updater => Get<ReplyUpdater>();

    public IJobReporter Reporter => Get<IJobReporter>();

    public IReadOnlyList<ReceivedCall> Calls => _peer.Calls;

    public static async Task<ReplyHarness> StartAsync()
    {
        ReplyHarness? harness = null;
        var peer = await LoopbackPeer.StartAsync((context, call) => harness!.Answer(context, call));
        return harness = new ReplyHarness(peer);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts delivery, and what keeps the places in line.</summary>
    public async Task BeginServicesAsync()
    {
        await Get<WaitingReplies>().StartAsync(default);
        await Get<Delivery>().StartAsync(default);
    }

    /// <summary>As after a kill: everything is made anew over the same folder.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        _services = Build();
    }

    /// <summary>The next wait that is not the time limit of a request.</summary>
    public async Task<TimeSpan> NextWaitAsync()
    {
        while (true)
        {
            var wait = await Clock.NextWaitAsync();
            if (wait != RequestTimeout) return wait;
        }
    }

    /// <summary>Waits until somebody waits that long.</summary>
    public async Task UntilWaitAsync(TimeSpan wanted)
    {
        while (await NextWaitAsync() != wanted)
        {
        }
    }

    /// <summary>Lets time pass until a task is done: for what waits in several steps.</summary>
    public async Task PassUntilAsync(Task task)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        while (!task.IsCompleted && !patience.IsCancellationRequested)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await task.WaitAsync(TestTimeouts.Default);
    }

    public Job Queue(Func<JobOrder, JobOrder>? order = null, Func<ReplyAddress, ReplyAddress>? reply = null, ulong user = 1001) => Get<JobQueue>().Enqueue(new NewJob(
        new Snowflake(_nextInteraction++),
        SomeJob.ChickenSurf.Requester with { User = new Snowflake(user) },
        (order ?? Same)(SomeJob.ChickenSurf.Order),
        (reply ?? Same)(SomeJob.ChickenSurf.Reply with { TokenExpiresAt = Clock.GetUtcNow().AddMinutes(15) })));

    /// <summary>The next job is on the GPU.</summary>
    public Job Take()
    {
        var job = Store.Take(waiting => waiting[0])!;
        Reporter.Started(job);
        return job;
    }

    public void Show(Job job, int step) => Reporter.Progressed(new JobProgress(job.Id, step, 250, 1, 1, [1, 0.5], 10, TimeSpan.FromSeconds(1), new Rgb24Image(16, 16)));

    /// <summary>The job is painted, its picture on disk; nobody was told.</summary>
    public Job Paint(Job job, int side = 8)
    {
        var files = Get<JobFiles>();
        Directory.CreateDirectory(files.Folder(job.Id));
        var picture = new Rgb24Image(side, side);
        new Random(1).NextBytes(picture.Pixels);
        File.WriteAllBytes(files.Picture(job.Id, 1), TinyPng.Encode(picture));
        Assert.True(Store.MarkPainted(job.Id, 250, null));
        return Store.Find(job.Id)!;
    }

    public Task<ReceivedCall> NextCallAsync() => _peer.NextAsync();

    /// <summary>The next request of this kind.</summary>
    public async Task<ReceivedCall> NextCallAsync(Func<ReceivedCall, bool> wanted)
    {
        while (true)
        {
            var call = await NextCallAsync();
            if (wanted(call)) return call;
        }
    }

    /// <summary>The content of the message a request sends.</summary>
    public static MessageBody Body(ReceivedCall call)
    {
        var text = call.Text;
        if (call.Headers["Content-Type"].StartsWith("multipart", StringComparison.Ordinal))
        {
            var start = text.IndexOf("\r\n\r\n", text.IndexOf("payload_json", StringComparison.Ordinal), StringComparison.Ordinal) + 4;
            text = text[start..text.IndexOf("\r\n--", start, StringComparison.Ordinal)];
        }

        return JsonSerializer.Deserialize(text, DiscordJson.Default.MessageBody)!;
    }

    public static string FileOf(ReceivedCall call) => Assert.Single(Body(call).Attachments!).Filename!;

    /// <summary>Once the database says so; the state is written before the wait begins or the wake-up comes after.</summary>
    public async Task<Job> UntilAsync(long id, JobState state)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        while (true)
        {
            var job = Store.Find(id)!;
            if (job.State == state) return job;
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Answer = (context, _) => context.Posted();
        await CloseAsync();
        await _peer.DisposeAsync();
        _folder.Delete(recursive: true);
        // Whatever the test was about: what was sent is what Discord describes.
        if (OpenApiJudge.TryLoad() is { } judge)
            Assert.Empty(Calls.SelectMany(call => judge.Check(new HttpMethod(call.Method), call.Target, call.Headers.GetValueOrDefault("Content-Type", ""), call.Body)));
    }

    private Task CloseAsync() => PassUntilAsync(_services.DisposeAsync().AsTask());

    private static T Same<T>(T value) => value;

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<ILoggerFactory>(Logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new BotPaths(_folder.FullName, _folder.FullName));
        services.AddSingleton(_ => Database.Open(Path.Combine(_folder.FullName, "vqganbot.db")));
        services.AddSingleton(new JobFiles(_folder.FullName));
        services.AddSingleton(new DiscordClientOptions { Token = "bot", ApiUrl = _peer.Api, RequestTimeout = RequestTimeout });
        services.AddSingleton<DiscordRestClient>();
        services.AddSingleton<BotMeter>();
        services.AddLimits();
        services.AddJobs();
        services.AddReplies();
        services.AddResults();
        return services.BuildServiceProvider();
    }
}
