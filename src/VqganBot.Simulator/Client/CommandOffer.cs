using VqganBot.Discord.Wire;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Client;

/// <summary>Which commands a client offers: by place, by age restriction, by permission.</summary>
internal static class CommandOffer
{
    public static IReadOnlyList<ApplicationCommand> For(SimulatedWorld world, SimulatedUser user, SimulatedChannel channel)
    {
        Permissions permissions = world.PermissionsOf(user, channel);
        if (!permissions.HasFlag(Permissions.UseApplicationCommands))
            return [];
        return [.. world.AllCommands().Where(command => IsOffered(command, channel, permissions)).DistinctBy(command => (command.Type, command.Name))];
    }

    private static bool IsOffered(ApplicationCommand command, SimulatedChannel channel, Permissions permissions)
    {
        InteractionContextType context = channel.IsDirect ? InteractionContextType.BotDm : InteractionContextType.Guild;
        if (command.Contexts is { } contexts && !contexts.Contains(context))
            return false;
        if (command.GuildId is not null && channel.IsDirect)
            return false;
        if (command.Nsfw == true && !channel.IsNsfw && !channel.IsDirect)
            return false;
        // In direct messages there is nobody above anybody; and nobody but administrators has a command that asks for nothing.
        if (channel.IsDirect || command.DefaultMemberPermissions is not { } needed)
            return true;
        return needed == Permissions.None ? permissions.HasFlag(Permissions.Administrator) : permissions.HasFlag(needed);
    }
}
