using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.Configuration;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Storage;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Jobs;

/// <summary>Queue and worker over a real database in a folder of their own, with a generator that the test drives.</summary>
internal sealed class JobsFixture : IDisposable
{
    private readonly bool _ownsFolder;
    private ulong _interaction = 1000;

    /// <param name="limits">The text of a <c>limits.json</c>; by default nothing is limited.</param>
    public JobsFixture(string? folder = null, string? limits = null, JobOptions? options = null, TimeProvider? realClock = null)
    {
        var clock = realClock ?? Clock;
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("vqganbot-jobs-").FullName;
        Options = options ?? new JobOptions { MostAtOnce = 1 };
        Files = new JobFiles(Folder);
        Database = Database.Open(Path.Combine(Folder, "vqganbot.db"));
        Store = new JobStore(Database, clock);
        Ledger = new GpuLedger(Database, clock);
        Memory = new QueueMemory(Database, clock);
        Speed = new SpeedGauge(Memory);
        File.WriteAllText(Path.Combine(Folder, "limits.json"), limits ?? Unlimited);
        var file = new WatchedFile<LimitDefaults>(Path.Combine(Folder, "limits.json"), LimitDefaultsReader.Read, LimitDefaults.BuiltIn, NullLogger.Instance);
        Limits = new LimitPolicy(file, new LimitStore(Database), new UsageCounter(Database, clock), new RoleNames(), clock);
        var sizes = new BatchSizes(Options);
        Queue = new JobQueue(Store, Files, Ledger, Speed, Memory, Limits, sizes, Options, clock);
        Generator = new FakeImageGenerator(Files);
        Runner = new JobRunner(Store, Files, Speed, Options, [Reporter], clock, NullLogger<JobRunner>.Instance);
        Worker = new JobWorker(Queue, Store, Runner, sizes, [Reporter], () => Generator, Options, clock, NullLogger<JobWorker>.Instance);
    }

    public const string Unlimited =
        """{ "everyone": { "largest_size": null, "most_steps": null, "most_pictures": null, "jobs_in_queue": null, "running_at_once": null, "jobs_per_hour": null, "jobs_per_day": null, "gpu_seconds_per_day": null } }""";

    public string Folder { get; }

    public JobOptions Options { get; }

    public ManualClock Clock { get; } = new();

    public JobFiles Files { get; }

    public Database Database { get; }

    public JobStore Store { get; }

    public GpuLedger Ledger { get; }

    public QueueMemory Memory { get; }

    public SpeedGauge Speed { get; }

    public LimitPolicy Limits { get; }

    public JobQueue Queue { get; }

    public FakeImageGenerator Generator { get; }

    public RecordingReporter Reporter { get; } = new();

    public JobRunner Runner { get; }

    public JobWorker Worker { get; }

    public NewJob New(ulong user = 1, int steps = 3, int count = 1, Func<JobOrder, JobOrder>? order = null) => MakeJob(++_interaction, Clock.GetUtcNow(), user, steps, count, order);

    public Job Enqueue(ulong user = 1, int steps = 3, int count = 1) => Queue.Enqueue(New(user, steps, count));

    public Task StartAsync() => Worker.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => Worker.StopAsync(TestContext.Current.CancellationToken).WaitAsync(TestTimeouts.Default);

    public void Dispose()
    {
        Generator.IsFree = true;
        Worker.StopAsync(new CancellationToken(false)).Wait(TestTimeouts.Default);
        Worker.Dispose();
        Database.Dispose();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    public static NewJob MakeJob(ulong interaction, DateTimeOffset now, ulong user, int steps, int count, Func<JobOrder, JobOrder>? order = null)
    {
        var made = new JobOrder
        {
            Kind = JobKind.Imagine,
            Prompt = "chicken surf",
            Width = 64,
            Height = 64,
            Steps = steps,
            Seed = 7,
            Count = count,
            Preset = "best",
            Model = "toybox",
        };
        return new NewJob(
            new Snowflake(interaction),
            new JobRequester { User = new Snowflake(user), UserName = $"user {user}", Guild = new Snowflake(5), Channel = new Snowflake(6), Roles = [new Snowflake(8)] },
            order?.Invoke(made) ?? made,
            new ReplyAddress
            {
                Application = new Snowflake(9),
                Token = $"token {interaction}",
                TokenExpiresAt = now + TimeSpan.FromMinutes(15),
                Channel = new Snowflake(6),
                IsBotInGuild = true,
                AttachmentSizeLimit = 8 << 20,
            });
    }
}
