using VqganBot.Bot.Imagine;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Admin;

/// <summary>
/// Who may use the commands of admins. Discord hides them from everybody else, but that is a default which a server may
/// change, and a forged interaction does not care.
/// </summary>
internal static class AdminGate
{
    private const Permissions Enough = Permissions.ManageGuild | Permissions.Administrator;

    /// <summary>Gives the guild that may be managed.</summary>
    /// <exception cref="UserFacingException">Not by this person, or not here.</exception>
    public static Snowflake Require(InteractionContext context)
    {
        var interaction = context.Interaction;
        if (interaction is not { GuildId: { } guild, Member: { } member })
            throw new UserFacingException("This is for admins of a server, and works only there.");
        // Who added the bot to their own account brings it along to servers that never let it in.
        if (!ReplyPlace.IsBotThere(interaction))
            throw new UserFacingException("This works only on servers that the bot was added to.");
        return ((member.Permissions ?? Permissions.None) & Enough) != Permissions.None
            ? guild
            : throw new UserFacingException("This needs the permission Manage Server.");
    }
}
