using VqganBot.Jobs;

namespace VqganBot.Bot.Replies;

/// <summary>Each press of a button under a reply brings a new token for it, good for another 15 minutes.</summary>
internal static class FreshToken
{
    /// <summary>After the press was acknowledged: its original message is the one that has the button.</summary>
    public static void Take(InteractionContext context, Job job, JobStore store)
    {
        if (context.Interaction.Message?.Id is not { } message || message != job.Reply.Message) return;
        store.Together(() =>
        {
            // It may have been shown or told while the press was acknowledged; then no token is kept for it any more.
            if (store.Find(job.Id) is not { IsActive: true } now || now.Reply.Message != message) return false;
            store.SetReply(now.Id, now.Reply with { Token = context.Interaction.Token, TokenExpiresAt = context.TokenExpiresAt, IsFollowup = false });
            return true;
        });
    }
}
