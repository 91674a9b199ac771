using VqganBot.Discord.Wire;

namespace VqganBot.Hosting;

/// <summary>The address at which somebody who manages a server adds the bot to it.</summary>
internal static class InviteLink
{
    /// <value>The least it works with; the answers to commands themselves need none of them, going on after 15 minutes does.</value>
    public const Permissions Needed = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads
        | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.ReadMessageHistory;

    public static string For(Snowflake application) =>
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={(ulong)Needed}";
}
