using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World.Guilds;

/// <summary>Discord's algorithm: https://docs.discord.com/developers/topics/permissions#permission-hierarchy</summary>
internal static class PermissionRules
{
    /// <value>All bits Discord knows today.</value>
    public const Permissions All = (Permissions)((1UL << 53) - 1);

    /// <value>What everybody may do in a new guild, as far as it matters here.</value>
    public const Permissions Everybody = Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks | Permissions.AttachFiles
        | Permissions.ReadMessageHistory | Permissions.UseApplicationCommands | Permissions.SendMessagesInThreads | Permissions.UseExternalApps;

    /// <value>In direct messages there are no roles.</value>
    public const Permissions Direct = Everybody;

    public static Permissions Compute(Snowflake guild, Snowflake owner, SimulatedUser user, IReadOnlyList<SimulatedRole> roles, IReadOnlyList<PermissionOverwrite> overwrites)
    {
        Permissions permissions = Permissions.None;
        foreach (SimulatedRole role in roles.Where(role => role.Id == guild || user.Roles.Contains(role.Id)))
            permissions |= role.Permissions;
        if (user.Id == owner || permissions.HasFlag(Permissions.Administrator))
            return All;

        permissions = Apply(permissions, overwrites.Where(overwrite => overwrite.IsRole && overwrite.Target == guild));
        permissions = Apply(permissions, overwrites.Where(overwrite => overwrite.IsRole && user.Roles.Contains(overwrite.Target)));
        permissions = Apply(permissions, overwrites.Where(overwrite => !overwrite.IsRole && overwrite.Target == user.Id));
        return permissions.HasFlag(Permissions.ViewChannel) ? permissions : Permissions.None;
    }

    private static Permissions Apply(Permissions permissions, IEnumerable<PermissionOverwrite> overwrites)
    {
        Permissions allow = Permissions.None, deny = Permissions.None;
        foreach (PermissionOverwrite overwrite in overwrites)
        {
            allow |= overwrite.Allow;
            deny |= overwrite.Deny;
        }
        return (permissions & ~deny) | allow;
    }
}
