using VqganBot.Discord.Wire;
using VqganBot.Simulator.Playground.Protocol;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Playground.Sessions;

/// <summary>Turns the world into what the page shows of it.</summary>
internal static class WorldSnapshot
{
    public static PageWorld Of(SimulatedWorld world, SimulatedUser viewer, SimulatedChannel here, DateTimeOffset now)
    {
        IReadOnlyList<SimulatedChannel> channels = [.. world.Channels.Where(channel => CanSee(world, viewer, channel)).OrderBy(channel => channel.IsDirect)];
        PageNews.CommandsOffered offered = Commands(world, viewer, here);
        return new PageWorld
        {
            You = viewer.Id,
            Now = now,
            Guild = new Guild { Id = world.GuildId, Name = world.GuildName },
            Channels = [.. channels.Select(Wire)],
            Roles = [.. world.Roles.Where(role => role.Id != world.GuildId).Select(Wire)],
            Members = [.. world.Users.Select(user => Member(world, user))],
            Bot = Bot(world, world.Presence),
            Commands = offered.Commands,
            Locked = offered.Locked,
            Messages = [.. channels.SelectMany(channel => world.MessagesIn(channel, viewer)).Select(message => message.Json)],
        };
    }

    /// <summary>
    /// What a client would offer, and after it what the owner would be offered besides: it is shown locked, and one can see how the bot
    /// itself refuses it.
    /// </summary>
    public static PageNews.CommandsOffered Commands(SimulatedWorld world, SimulatedUser viewer, SimulatedChannel channel)
    {
        IReadOnlyList<ApplicationCommand> own = world.CommandsFor(viewer, channel);
        IReadOnlyList<ApplicationCommand> others = channel.IsDirect
            ? []
            : [.. world.CommandsFor(world.Ada, channel).Where(command => own.All(mine => mine.Id != command.Id))];
        return new PageNews.CommandsOffered([.. own, .. others], [.. others.Select(command => command.Id!.Value)]);
    }

    public static PageBot Bot(SimulatedWorld world, PresenceView presence) => new(Wire(world.Bot), presence.Status, presence.Text);

    public static bool CanSee(SimulatedWorld world, SimulatedUser viewer, SimulatedChannel channel) => channel.IsDirect
        ? channel.Recipient == viewer.Id
        : world.PermissionsOf(viewer, channel).HasFlag(Permissions.ViewChannel);

    private static PageMember Member(SimulatedWorld world, SimulatedUser user) => new()
    {
        User = Wire(user),
        Roles = user.Roles,
        IsOwner = user.Id == world.Ada.Id,
        Permissions = world.PermissionsOf(user, world.Paintings),
    };

    private static User Wire(SimulatedUser user) => new() { Id = user.Id, Username = user.Username, GlobalName = user.DisplayName, Bot = user.IsBot };

    private static Role Wire(SimulatedRole role) => new() { Id = role.Id, Name = role.Name, Position = role.Position, Color = role.Color };

    private static Channel Wire(SimulatedChannel channel) => new() { Id = channel.Id, Type = channel.Type, Name = channel.Name, Nsfw = channel.IsNsfw };
}
