using System.Text.RegularExpressions;
using VqganBot.Bot;
using VqganBot.Bot.Replies;
using VqganBot.Configuration;
using VqganBot.Jobs;

namespace VqganBot.Moderation;

/// <summary>What may be painted, where, and by whom. Asked before anything is queued; the reason goes only to who asked.</summary>
internal sealed class ContentPolicy(WatchedFile<TermList> everywhere, TermStore terms, BlockStore blocks)
{
    /// <summary>For everything that a person typed and the bot would paint or show.</summary>
    /// <exception cref="UserFacingException">A blocked term is in it.</exception>
    public void Check(string text, InteractionContext context)
    {
        // Threads do not say whether their channel is age-restricted, and so count as not.
        var isNsfw = context.Interaction.Channel?.Nsfw == true;
        try
        {
            var found = everywhere.Current.FindIn(text)
                .Concat(context.Interaction.GuildId is { } guild ? terms.ListOf(guild).FindIn(text) : [])
                .FirstOrDefault(term => !term.NsfwOnly || !isNsfw);
            if (found is not null) throw new UserFacingException(Reason(found));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new UserFacingException("Your words could not be checked just now. Please try again in a moment.");
        }
    }

    /// <exception cref="UserFacingException">The person or the channel is blocked.</exception>
    public void CheckRequester(JobRequester requester)
    {
        if (blocks.Find(requester.Guild, requester.User) is { } block)
            throw new UserFacingException($"You may not paint here{(block.Reason is null ? "." : $": {Echo.Prompt(block.Reason)}")}");
        if (requester.Guild is { } guild && blocks.IsBlocked(guild, requester.Channel))
            throw new UserFacingException("Painting is switched off in this channel.");
    }

    private static string Reason(BlockedTerm term) => (term.NsfwOnly, term.IsRegex) switch
    {
        (true, true) => "This may be painted only in channels that are marked as age-restricted.",
        (true, false) => $"“{Echo.Prompt(term.Text, 100)}” may be painted only in channels that are marked as age-restricted.",
        (false, true) => "This cannot be painted here: a blocked pattern is in it.",
        (false, false) => $"This cannot be painted here: “{Echo.Prompt(term.Text, 100)}” is blocked.",
    };
}
