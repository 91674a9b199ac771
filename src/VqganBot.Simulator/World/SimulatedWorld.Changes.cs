using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.World.Events;
using VqganBot.Simulator.World.Guilds;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World;

/// <summary>What can be arranged differently in the guild.</summary>
public sealed partial class SimulatedWorld
{
    /// <summary>Adds a member of the guild.</summary>
    public SimulatedUser AddUser(string name, string locale = "en-US", params IReadOnlyList<SimulatedRole> roles) => Guild.AddUser(name, locale, roles);

    /// <summary>Gives a member exactly these roles.</summary>
    public SimulatedUser SetRoles(SimulatedUser user, params IReadOnlyList<SimulatedRole> roles) => Guild.SetRoles(user, roles);

    public SimulatedChannel AddChannel(string name, bool isNsfw = false)
    {
        lock (Sync)
        {
            SimulatedChannel channel = Guild.AddChannel(name, isNsfw);
            Events.Send(new GatewayEvent("CHANNEL_CREATE", GuildPayload.Channel(channel, Guild), GatewayEvent.Guilds));
            return channel;
        }
    }

    public void DeleteChannel(SimulatedChannel channel)
    {
        lock (Sync)
        {
            JsonObject payload = GuildPayload.Channel(channel, Guild);
            if (!Guild.RemoveChannel(channel.Id))
                return;
            foreach (SimulatedMessage message in Messages.All(channel))
                Messages.Delete(message);
            Events.Send(new GatewayEvent("CHANNEL_DELETE", payload, GatewayEvent.Guilds));
        }
    }

    /// <summary>Lets a role or a user do more or less in one channel than elsewhere.</summary>
    /// <param name="target">The id of a role (that of everybody is the guild's) or of a user.</param>
    public void Overwrite(SimulatedChannel channel, Snowflake target, Permissions allow, Permissions deny)
    {
        lock (Sync)
        {
            Guild.Overwrite(channel, new PermissionOverwrite(target, Roles.Any(role => role.Id == target), allow, deny));
            Events.Send(new GatewayEvent("CHANNEL_UPDATE", GuildPayload.Channel(channel, Guild), GatewayEvent.Guilds));
        }
    }

    /// <summary>Lets a user take direct messages of the bot, or not.</summary>
    public void SetDirectMessages(SimulatedUser user, bool areOpen) => Guild.SetDirectMessages(user.Id, areOpen);

    /// <summary>Ends the life of all tokens of interactions there are, as if a quarter of an hour had gone by.</summary>
    public void ExpireTokens()
    {
        lock (Sync)
            Interactions.ExpireAll();
    }
}
