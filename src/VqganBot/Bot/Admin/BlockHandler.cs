using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Moderation;

namespace VqganBot.Bot.Admin;

/// <summary><c>/block user | word | channel | list</c>.</summary>
internal sealed class BlockHandler(BlockStore blocks, TermStore terms, JobStore jobs, JobQueue queue, AuditStore audit)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var guild = AdminGate.Require(context);
        var options = OptionReader.Of(context.Interaction);
        var text = options.Command switch
        {
            "block user" => User(context.Interaction, guild, options),
            "block word" => Word(context.Interaction, guild, options),
            "block channel" => Channel(context.Interaction, guild, options),
            _ => List(guild),
        };
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    private string User(Interaction interaction, Snowflake guild, OptionReader options)
    {
        var user = options.Snowflake("user") ?? throw new UserFacingException("Name the user to block.");
        if (options.Boolean("undo") == true)
        {
            if (!blocks.Unblock(guild, user)) return $"<@{user}> was not blocked.";
            audit.Add(interaction, "block user", $"<@{user}>", "blocked", "allowed");
            return $"<@{user}> may paint **again**.";
        }

        if (user == interaction.User.Id) throw new UserFacingException("You cannot block yourself.");
        var reason = options.String("reason") is { } typed && !string.IsNullOrWhiteSpace(typed) ? Echo.Plain(typed, 200) : null;
        blocks.Block(guild, new UserBlock { User = user, Reason = reason });
        audit.Add(interaction, "block user", $"<@{user}>", null, "blocked");
        var dropped = Active().Count(job => job.User == user && job.Requester.Guild == guild
            && queue.Stop(job.Id, StopRequest.Drop, "An admin blocked the person who asked for it."));
        return $"<@{user}> is **blocked**{(reason is null ? "" : $": {Echo.Prompt(reason)}")}"
            + (dropped == 0 ? "" : $"\n-# {dropped} {(dropped == 1 ? "job was" : "jobs were")} cancelled.");
    }

    private string Word(Interaction interaction, Snowflake guild, OptionReader options)
    {
        var term = new BlockedTerm((options.String("word") ?? "").Trim(), options.Boolean("regex") == true, options.Boolean("nsfw_only") == true);
        if (options.Boolean("undo") == true)
        {
            if (terms.Remove(guild, term) is not { } removed) return $"{Shown(term)} was not blocked. `/block list` shows what is.";
            audit.Add(interaction, "block word", Shown(term), State(removed), "allowed");
            return $"{Shown(term)} is **allowed** again.";
        }

        try
        {
            TermRules.Require(term);
        }
        catch (FormatException exception)
        {
            throw new UserFacingException(exception.Message);
        }

        if (terms.OfGuild(guild).Count >= TermStore.MostTerms)
            throw new UserFacingException($"There are {TermStore.MostTerms} blocked terms already, which is the most. Take some back with `undo`.");
        var before = terms.Add(guild, term);
        audit.Add(interaction, "block word", Shown(term), before is null ? null : State(before), State(term));
        return $"{Shown(term)}: {(before is null ? "allowed" : State(before))} → **{State(term)}**";
    }

    private string Channel(Interaction interaction, Snowflake guild, OptionReader options)
    {
        var channel = options.Snowflake("channel") ?? throw new UserFacingException("Name the channel to block.");
        var isUndone = options.Boolean("undo") == true;
        if (isUndone ? !blocks.UnblockChannel(guild, channel) : !blocks.BlockChannel(guild, channel))
            return isUndone ? $"<#{channel}> was not blocked." : $"<#{channel}> is blocked already.";
        audit.Add(interaction, "block channel", $"<#{channel}>", isUndone ? "blocked" : null, isUndone ? "allowed" : "blocked");
        return isUndone ? $"There is painting in <#{channel}> **again**." : $"There is **no painting** in <#{channel}> and its threads from now on.";
    }

    private string List(Snowflake guild)
    {
        string[] lines =
        [
            .. blocks.Users(guild).Select(block => $"<@{block.User}>{(block.Reason is null ? "" : $": {Echo.Prompt(block.Reason, 100)}")}"),
            .. blocks.Channels(guild).Select(channel => $"<#{channel}>"),
            .. terms.OfGuild(guild).Select(term => $"{Shown(term)}{(term.NsfwOnly ? ", outside of age-restricted channels" : "")}"),
        ];
        return lines.Length == 0
            ? "Nothing and nobody is blocked here. What the bot refuses on every server is in its `moderation.json`."
            : AnswerText.Lines("**Blocked here**", lines);
    }

    private IEnumerable<Job> Active() => jobs.InState(JobState.Queued).Concat(jobs.InState(JobState.Painting));

    private static string Shown(BlockedTerm term) => $"{(term.IsRegex ? "The pattern " : "")}“{Echo.Prompt(term.Text, 200)}”";

    private static string State(BlockedTerm term) => term.NsfwOnly ? "only in age-restricted channels" : "blocked";
}
