using System.CommandLine;
using VqganBot.CommandLine.Options;

namespace VqganBot.CommandLine.Bench;

/// <summary><c>bench queue</c>: what a job costs beside its painting.</summary>
internal sealed class QueueCommand
{
    private readonly Option<int?> _jobs = NumberOption.Whole("--jobs", "N", "How many jobs are queued, before the first is taken; 500 if left out.", most: 100_000);

    private readonly Option<int?> _users = NumberOption.Whole("--users", "N", "How many people they belong to; 20 if left out.", most: 100_000);

    private readonly Option<bool> _json = BenchOption.Json();

    public static Command Create(CommandContext context)
    {
        var options = new QueueCommand();
        var queue = new Command("queue", "Time the bot's queue with jobs that paint nothing: what each costs beside its painting.")
        {
            options._jobs, options._users, options._json,
        };
        queue.SetAction((parsed, cancellation) => new QueueRun(options.Read(parsed), context).RunAsync(cancellation));
        return queue;
    }

    private QueueOptions Read(ParseResult parsed) => new()
    {
        Jobs = parsed.GetValue(_jobs) ?? 500,
        Users = parsed.GetValue(_users) ?? 20,
        Json = parsed.GetValue(_json),
    };
}
