using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot;

/// <summary>Who may change a job: whoever asked for it, and those who keep order in the place where it was asked for.</summary>
internal static class Ownership
{
    private const Permissions Moderation = Permissions.ManageMessages | Permissions.ManageGuild | Permissions.Administrator;

    /// <exception cref="UserFacingException">Somebody else's job.</exception>
    public static void Require(InteractionContext context, Job job)
    {
        if (!IsOwner(context, job) && !IsModerator(context, job))
            throw new UserFacingException($"Job #{job.Id} is not yours. Only the person who asked for it, or a moderator, can do that.");
    }

    public static bool IsOwner(InteractionContext context, Job job) => context.User.Id == job.User;

    /// <summary>Whether the picture may be shown to whoever asks: their own, an open one of the same server, or the one under their eyes.</summary>
    public static bool CanSee(InteractionContext context, Job job)
    {
        if (IsOwner(context, job)) return true;
        if (job.Reply.IsPrivate) return false;
        return (job.Requester.Guild is { } guild && context.Interaction.GuildId == guild)
            || (job.Reply.Message is { } message && context.Interaction.Message?.Id == message);
    }

    // Rights in one guild say nothing about the jobs of another.
    private static bool IsModerator(InteractionContext context, Job job) =>
        job.Requester.Guild is { } guild && context.Interaction.GuildId == guild
        && ((context.Interaction.Member?.Permissions ?? Permissions.None) & Moderation) != Permissions.None;
}
