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

    /// <summary>
    /// Whether the picture may be shown to whoever asks: their own, an open one of the channel they are in, or the one under
    /// their eyes. Who may see another channel an interaction does not tell, but an administrator sees them all.
    /// </summary>
    public static bool CanSee(InteractionContext context, Job job) => CanSee(context, Whereabouts.Of(job));

    public static bool CanSee(InteractionContext context, Whereabouts picture)
    {
        if (context.User.Id == picture.User) return true;
        if (picture.IsPrivate) return false;
        return picture.Channel == context.Interaction.ChannelId
            || (picture.Message is { } message && context.Interaction.Message?.Id == message)
            || Has(context, picture.Guild, Permissions.Administrator);
    }

    private static bool IsModerator(InteractionContext context, Job job) => Has(context, job.Requester.Guild, Moderation);

    // Rights in one guild say nothing about the jobs of another.
    private static bool Has(InteractionContext context, Snowflake? of, Permissions any) =>
        of is { } guild && context.Interaction.GuildId == guild
        && ((context.Interaction.Member?.Permissions ?? Permissions.None) & any) != Permissions.None;
}
