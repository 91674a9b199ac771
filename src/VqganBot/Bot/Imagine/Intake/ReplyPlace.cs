using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine;

/// <summary>What an interaction says about where the answer goes.</summary>
internal static class ReplyPlace
{
    private const string GuildInstall = "0";

    public static ReplyAddress AddressOf(InteractionContext context, bool isPrivate) => new()
    {
        Application = context.Interaction.ApplicationId,
        Token = context.Interaction.Token,
        TokenExpiresAt = context.TokenExpiresAt,
        Channel = ChannelOf(context.Interaction),
        Message = context.ResponseMessage,
        IsPrivate = isPrivate,
        IsBotInGuild = IsBotThere(context.Interaction),
        AttachmentSizeLimit = context.AttachmentSizeLimit,
    };

    /// <summary>Whether the bot's own route reaches the channel: it is a member of the server, or the other one in direct messages.</summary>
    public static bool IsBotThere(Interaction interaction) => interaction.AuthorizingIntegrationOwners is { } owners
        ? owners.ContainsKey(GuildInstall)
        : interaction.GuildId is not null || interaction.Context == InteractionContextType.BotDm;

    /// <summary>Refuses before anything is painted that could not be shown afterwards.</summary>
    /// <exception cref="UserFacingException">The bot lacks a right there; the message names it.</exception>
    public static void RequirePermissions(Interaction interaction)
    {
        if (interaction.GuildId is null || interaction.AppPermissions is not { } has || has.HasFlag(Permissions.Administrator)) return;
        var isThread = interaction.Channel?.Type is ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread;
        List<(Permissions Right, string Name)> needed = [(Permissions.AttachFiles, "Attach Files")];
        if (IsBotThere(interaction))
        {
            needed.Insert(0, (Permissions.ViewChannel, "View Channel"));
            needed.Insert(1, isThread ? (Permissions.SendMessagesInThreads, "Send Messages in Threads") : (Permissions.SendMessages, "Send Messages"));
        }

        string[] missing = [.. needed.Where(need => !has.HasFlag(need.Right)).Select(need => $"**{need.Name}**")];
        if (missing.Length > 0)
            throw new UserFacingException(
                $"I could not show the picture in this channel: I lack the permission{(missing.Length > 1 ? "s" : "")} {string.Join(", ", missing)}. An admin can grant {(missing.Length > 1 ? "them" : "it")}; until then a `private` picture works.");
    }

    private static Snowflake ChannelOf(Interaction interaction) => interaction.ChannelId ?? interaction.Channel?.Id
        ?? throw new UserFacingException("Discord did not say in which channel this was asked for, so there is no place for the picture.");
}
