using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World.Guilds;

/// <summary>What a role or a user may or may not do in one channel, whatever holds elsewhere.</summary>
internal sealed record PermissionOverwrite(Snowflake Target, bool IsRole, Permissions Allow, Permissions Deny);
