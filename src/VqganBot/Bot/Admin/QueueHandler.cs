using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Admin;

/// <summary><c>/queue pause | resume | clear | bump</c>.</summary>
internal sealed class QueueHandler(JobQueue queue, JobStore store, AuditStore audit, AdminOptions admins)
{
    private const string Cleared = "An admin cleared the queue.";
    private const int BumpedTier = 1;

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var guild = AdminGate.Require(context);
        var options = OptionReader.Of(context.Interaction);
        var text = options.Command switch
        {
            "queue pause" => Pause(context.Interaction, guild),
            "queue resume" => Resume(context.Interaction, guild),
            "queue clear" => Clear(context.Interaction, guild),
            _ => Bump(context.Interaction, guild, options.Integer("job") ?? 0),
        };
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    private string Pause(Interaction interaction, Snowflake guild)
    {
        RequireOperator(guild);
        if (queue.IsPaused) return "The queue is paused already. `/queue resume` lets it go on.";
        queue.Pause();
        audit.Add(interaction, "queue pause", "");
        return $"The queue is **paused**. What is being painted is finished; {Jobs(queue.Waiting)} {(queue.Waiting == 1 ? "waits" : "wait")} until `/queue resume`.";
    }

    private string Resume(Interaction interaction, Snowflake guild)
    {
        RequireOperator(guild);
        if (!queue.IsPaused) return "The queue is not paused.";
        queue.Unpause();
        audit.Add(interaction, "queue resume", "");
        return $"The queue **goes on**, with {Jobs(queue.Waiting)} waiting.";
    }

    private string Clear(Interaction interaction, Snowflake guild)
    {
        var cancelled = admins.IsOperator(guild)
            ? queue.Clear(Cleared).Count
            : store.InState(JobState.Queued).Count(job => job.Requester.Guild == guild && queue.Stop(job.Id, StopRequest.Drop, Cleared));
        if (cancelled == 0) return "Nothing was waiting.";
        audit.Add(interaction, "queue clear", "", Jobs(cancelled), "none");
        return $"**{Jobs(cancelled)}** {(cancelled == 1 ? "was" : "were")} cancelled. What is being painted goes on.";
    }

    private string Bump(Interaction interaction, Snowflake guild, long id)
    {
        if (store.Find(id) is not { } job || (job.Requester.Guild != guild && !admins.IsOperator(guild)))
            throw new UserFacingException($"There is no job #{id} here.");
        var before = queue.Estimate(job).Position;
        if (job.State != JobState.Queued || !queue.SetTier(id, BumpedTier))
            throw new UserFacingException($"Job #{id} does not wait: it is {store.Find(id)?.State.ToString().ToLowerInvariant() ?? "deleted"}.");
        var after = queue.Estimate(store.Find(id) ?? job).Position;
        audit.Add(interaction, "queue bump", $"job #{id}", $"place {before}", $"place {after}");
        return $"Job #{id} moves up in the line: place {before} → **{after}**.";
    }

    private void RequireOperator(Snowflake guild)
    {
        if (!admins.IsOperator(guild))
            throw new UserFacingException("The queue is shared with other servers, and only those who run the bot may pause it.");
    }

    private static string Jobs(int count) => count == 1 ? "1 job" : $"{count} jobs";
}
