using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Admin;

/// <summary>Who runs the bot, where it is on more servers than its owner's.</summary>
internal sealed class AdminOptions
{
    public const string Section = "Admin";

    /// <value>
    /// Ids of the servers, with spaces between, whose admins may pause the queue and clear all of it. Admins of others
    /// manage only the jobs of their own. Empty by default: all may.
    /// </value>
    public string OperatorServers { get; set; } = "";

    public bool IsOperator(Snowflake guild) => OperatorServers.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is var servers
        && (servers.Length == 0 || servers.Contains(guild.ToString()));
}
