using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Bot.Replies;

/// <summary>A job as the tests of replies want it; <c>with</c> makes others of it.</summary>
internal static class SomeJob
{
    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Job ChickenSurf { get; } = new()
    {
        Id = 12,
        State = JobState.Queued,
        CreatedAt = Time,
        Requester = new JobRequester { User = new Snowflake(1001), UserName = "ada", Guild = new Snowflake(2001), Channel = new Snowflake(3001) },
        Order = new JobOrder { Kind = JobKind.Imagine, Prompt = "chicken surf", Width = 128, Height = 128, Steps = 250, Seed = 42, Preset = "best", Model = "toybox" },
        Reply = new ReplyAddress
        {
            Application = new Snowflake(4001),
            Token = "secret-of-the-interaction",
            TokenExpiresAt = Time.AddMinutes(15),
            Channel = new Snowflake(3001),
            Message = new Snowflake(5001),
            IsBotInGuild = true,
            AttachmentSizeLimit = 10 << 20,
        },
    };

    public static Job Painted(this Job job) => job with
    {
        State = JobState.Painted,
        StepsDone = job.Order.Steps * job.Order.Count,
        GpuTime = TimeSpan.FromSeconds(9.4),
    };

    public static Job Of(this Job job, Func<JobOrder, JobOrder> change) => job with { Order = change(job.Order) };
}
