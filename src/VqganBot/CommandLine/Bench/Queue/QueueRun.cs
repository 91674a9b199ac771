using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using VqganBot.Discord.Wire;
using VqganBot.Hosting;
using VqganBot.Jobs;
using VqganBot.Limits;
using VqganBot.Storage;

namespace VqganBot.CommandLine.Bench;

/// <summary>The bot's own queue, store and worker over a database that is deleted afterwards, with a painter that paints nothing.</summary>
internal sealed class QueueRun(QueueOptions options, CommandContext context)
{
    private const string Unlimited =
        """{ "everyone": { "largest_size": null, "most_steps": null, "most_pictures": null, "jobs_in_queue": null, "running_at_once": null, "jobs_per_hour": null, "jobs_per_day": null, "gpu_seconds_per_day": null } }""";

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("vqganbot-bench-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, LimitsServices.FileName), Unlimited);
            var summary = await Measure(folder.FullName, cancellation);
            if (options.Json) context.Out.WriteLine(JsonSerializer.Serialize(summary, BenchJson.Default.QueueSummary));
            else Print(summary);
            return ExitCodes.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<QueueSummary> Measure(string folder, CancellationToken cancellation)
    {
        var arrivals = new JobArrivals(options.Jobs);
        await using var services = Compose(folder, arrivals);
        var (queue, worker) = (services.GetRequiredService<JobQueue>(), services.GetRequiredService<JobWorker>());

        var begun = context.Clock.GetTimestamp();
        for (var number = 0; number < options.Jobs; number++) queue.Enqueue(Job(number));
        var enqueued = context.Clock.GetElapsedTime(begun);

        begun = context.Clock.GetTimestamp();
        await worker.StartAsync(cancellation);
        TimeSpan worked;
        try
        {
            await arrivals.All.WaitAsync(cancellation);
            worked = context.Clock.GetElapsedTime(begun);
        }
        finally
        {
            await worker.StopAsync(CancellationToken.None);
        }

        return new QueueSummary
        {
            Jobs = options.Jobs,
            Users = options.Users,
            EnqueueMilliseconds = enqueued.TotalMilliseconds / options.Jobs,
            OverheadMilliseconds = worked.TotalMilliseconds / options.Jobs,
            JobsPerSecond = options.Jobs / worked.TotalSeconds,
        };
    }

    private ServiceProvider Compose(string folder, JobArrivals arrivals)
    {
        var paths = new BotPaths(folder, folder);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(context.Clock)
            .AddSingleton(paths)
            .AddSingleton(_ => Database.Open(paths.Database))
            .AddSingleton(new JobFiles(folder))
            .AddSingleton<IJobReporter>(arrivals)
            .AddSingleton<Func<IImageGenerator>>(() => new IdleGenerator())
            .AddLimits()
            .AddJobs()
            .BuildServiceProvider();
    }

    private NewJob Job(int number)
    {
        var user = new Snowflake((ulong)(1 + (number % options.Users)));
        var order = new JobOrder { Kind = JobKind.Imagine, Prompt = BenchPrompts.All[0], Width = 64, Height = 64, Steps = 1, Seed = (ulong)number, Preset = "best", Model = "toybox" };
        var channel = new Snowflake(1);
        return new NewJob(
            new Snowflake((ulong)(1000 + number)),
            new JobRequester { User = user, UserName = $"user {user}", Channel = channel },
            order,
            new ReplyAddress { Application = new Snowflake(1), Token = "none", TokenExpiresAt = context.Clock.GetUtcNow(), Channel = channel, AttachmentSizeLimit = 1 });
    }

    private void Print(QueueSummary summary)
    {
        var table = BenchFormat.Table("of each job", "ms");
        table.AddRow("queueing it", BenchFormat.Number(summary.EnqueueMilliseconds, "0.000"));
        table.AddRow("taking, beginning and ending it", BenchFormat.Number(summary.OverheadMilliseconds, "0.000"));
        context.Out.WriteLine($"{summary.Jobs} jobs of {summary.Users} people, all queued before the first was taken, that paint nothing: {BenchFormat.Number(summary.JobsPerSecond, "N0")} jobs/s.");
        BenchFormat.Write(context.Out, table);
    }
}
