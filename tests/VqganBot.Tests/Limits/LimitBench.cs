using Microsoft.Extensions.Logging.Abstractions;
using VqganBot.Configuration;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Storage;
using VqganBot.Tests.Checkpoints;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Limits;

/// <summary>Limits over a real database, with a clock to move.</summary>
internal sealed class LimitBench : IDisposable
{
    public static readonly Snowflake Guild = new(100);
    public static readonly Snowflake User = new(1);
    public static readonly Snowflake Channel = new(10);

    private readonly TemporaryFolder _folder = new();
    private ulong _interactions = 1000;

    public LimitBench()
    {
        Database = Database.Open(_folder.Path("vqganbot.db"));
        Jobs = new JobStore(Database, Clock);
        Rules = new LimitStore(Database);
        Policy = new LimitPolicy(
            new WatchedFile<LimitDefaults>(File, LimitDefaultsReader.Read, LimitDefaults.BuiltIn, NullLogger.Instance),
            Rules, new UsageCounter(Database, Clock), Roles, Clock);
    }

    public ManualClock Clock { get; } = new();

    public Database Database { get; }

    public JobStore Jobs { get; }

    public LimitStore Rules { get; }

    public RoleNames Roles { get; } = new();

    public LimitPolicy Policy { get; }

    public string File => _folder.Path("limits.json");

    public JobRequester Requester { get; set; } = new() { User = User, UserName = "Ada", Guild = Guild, Channel = Channel };

    public static JobOrder Order(int width = 64, int height = 64, int steps = 10, int count = 1) => new()
    {
        Kind = JobKind.Imagine, Prompt = "chicken surf", Width = width, Height = height, Steps = steps, Count = count, Seed = 1, Preset = "best", Model = "toybox",
    };

    public void Set(LimitTarget target, LimitName limit, string value) =>
        Rules.Set(Guild, new LimitRule(target, limit, LimitValueParser.TryParse(LimitDefinition.Of(limit), value)!));

    /// <summary>Queues a job as the bot does: with the check in the same transaction.</summary>
    public Job Enqueue(JobOrder? order = null)
    {
        var reply = new ReplyAddress { Application = new(5), Token = "token", TokenExpiresAt = Clock.GetUtcNow(), Channel = Requester.Channel, AttachmentSizeLimit = 1 };
        return Jobs.Enqueue(
            new NewJob(new Snowflake(_interactions++), Requester, order ?? Order(), reply), _ => Policy.CheckEnqueue(Requester, order ?? Order()));
    }

    public Job EnqueueAndPaint(TimeSpan? gpuTime = null)
    {
        var job = Enqueue();
        Paint(job, gpuTime);
        return job;
    }

    public void Paint(Job job, TimeSpan? gpuTime = null)
    {
        Jobs.Take(_ => job);
        Jobs.Charge(job, gpuTime ?? TimeSpan.FromSeconds(1), 10);
        Jobs.MarkPainted(job.Id, 10, null);
        Jobs.MarkDelivered(job.Id, new Snowflake(77));
    }

    public LimitExceededException Refused(JobOrder? order = null) => Assert.Throws<LimitExceededException>(() => Enqueue(order));

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
