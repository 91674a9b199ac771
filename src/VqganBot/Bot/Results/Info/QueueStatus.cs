using System.Globalization;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Wording;
using VqganBot.CommandLine.Progress;
using VqganBot.Jobs;
using VqganBot.Limits;

namespace VqganBot.Bot.Results;

/// <summary>What goes on, for one person: the line, the easel, their own jobs, what is left of their limits.</summary>
internal sealed class QueueStatus(JobQueue queue, ResultJobs jobs, LimitPolicy limits)
{
    private const int MostOwn = 8;

    public string Text(InteractionContext context, JobRequester requester)
    {
        List<string> lines = [Line(), .. Easel(context)];
        var own = jobs.Active(context.User.Id).Reverse().ToList();
        lines.Add(own.Count == 0 ? "\n**Yours**: none in the queue" : "\n**Yours**");
        lines.AddRange(own.Take(MostOwn).SelectMany(Own));
        if (own.Count > MostOwn) lines.Add($"… and {Number(own.Count - MostOwn)} more");
        lines.Add("\n**Your limits**");
        lines.AddRange(limits.Uses(requester).Where(IsUsedUp).Select(Limit));
        return string.Join('\n', lines);
    }

    /// <summary>Where one job stands.</summary>
    public string Text(Job job) => job.State switch
    {
        JobState.Queued or JobState.Painting => string.Join('\n', Own(job)),
        JobState.Painted => $"🖼️ **#{job.Id}** is painted and on its way to you.",
        JobState.Delivered => $"🖼️ **#{job.Id}** {Echo.Prompt(job.Order.Title, 100)}: finished{(job.EndedAt is { } ended ? $" {ReplyWriter.Relative(ended)}" : "")}.",
        _ => $"{StateText.Icon(job)} **#{job.Id}** {Echo.Prompt(job.Order.Title, 100)}: {Echo.Prompt(job.Reason ?? "over", 300)}",
    };

    private string Line()
    {
        var waiting = queue.Waiting;
        var line = waiting switch
        {
            0 => "**The line**: nobody waits",
            1 => "**The line**: one picture waits",
            _ => $"**The line**: {Number(waiting)} pictures wait",
        };
        return queue.IsPaused ? $"{line} · ⏸️ paused by an admin" : line;
    }

    private IEnumerable<string> Easel(InteractionContext context)
    {
        var all = queue.Running;
        if (all.Count == 0) yield return queue.StepsPerSecond is { } speed ? $"**The easel**: free · lately {StepText.Speed(speed)}" : "**The easel**: free";
        foreach (var running in all)
        {
            // The prompts of others are theirs, unless they are open here anyway.
            var what = Ownership.CanSee(context, running.Job) ? $"**#{running.Job.Id}** {Echo.Prompt(running.Job.Order.Title, 100)}" : "a picture of somebody else";
            yield return running == all[0] ? $"**The easel**: {what}" : $"**Beside it**: {what}";
            if (running.Progress is { } progress)
                yield return SmallPrint.Line($"{ProgressText.Bar(ProgressText.Fraction(progress))} step {Number(progress.Step)} of {Number(progress.Steps)} · {ProgressText.Trend(progress)}");
        }
    }

    private IEnumerable<string> Own(Job job)
    {
        var estimate = queue.Estimate(job);
        var place = job.State == JobState.Painting ? "being painted" : job.IsAside ? "set aside for a shorter one" : $"place {Number(estimate.Position)}";
        var start = job.State == JobState.Queued && estimate.StartsAt is { } startsAt ? $" · starts {ReplyWriter.Relative(startsAt)}" : "";
        var end = estimate.EndsAt is { } endsAt ? $" · done {ReplyWriter.Relative(endsAt)}" : "";
        yield return $"{StateText.Icon(job)} **#{job.Id}** {Echo.Prompt(job.Order.Title, 60)} · {place}{start}{end}";
        if (estimate.WaitReason is { } reason) yield return SmallPrint.Line($"It waits: {reason}");
    }

    // Largest sizes and the like are not used up; /help and refusals tell them.
    private static bool IsUsedUp(LimitUse use) => use is { Most: not null, Limit: LimitName.JobsInQueue or LimitName.JobsPerHour or LimitName.JobsPerDay or LimitName.GpuSecondsPerDay };

    private static string Limit(LimitUse use)
    {
        var definition = LimitDefinition.Of(use.Limit);
        var left = Math.Max(0, use.Most!.Value - use.Used);
        var frees = use.Used > 0 && use.FreesAt is { } freesAt ? $", more {LimitText.Relative(freesAt)}" : "";
        return $"- {definition.Label}: {LimitText.Amount(definition, left)} of {LimitText.Amount(definition, use.Most.Value)} left{frees}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
