using System.Threading.Channels;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.World.Events;

namespace VqganBot.Simulator.World;

/// <summary>
/// Everything there is on the simulated Discord, and everything people can do in it. Safe from any thread.
/// </summary>
public sealed partial class SimulatedWorld
{
    public SimulatedUser Bot => throw new NotImplementedException();

    /// <value>Owns the guild.</value>
    public SimulatedUser Ada => throw new NotImplementedException();

    public SimulatedUser Basho => throw new NotImplementedException();

    /// <value>Has the role of a moderator.</value>
    public SimulatedUser Curie => throw new NotImplementedException();

    public SimulatedUser Durer => throw new NotImplementedException();

    public SimulatedChannel Paintings => throw new NotImplementedException();

    public SimulatedChannel Gallery => throw new NotImplementedException();

    /// <value>Age-restricted.</value>
    public SimulatedChannel AfterDark => throw new NotImplementedException();

    public Snowflake GuildId => throw new NotImplementedException();

    public string GuildName => throw new NotImplementedException();

    /// <value>Of the guild, the bot among them.</value>
    public IReadOnlyList<SimulatedUser> Users => throw new NotImplementedException();

    public IReadOnlyList<SimulatedRole> Roles => throw new NotImplementedException();

    /// <value>Of the guild, and the direct messages of each user.</value>
    public IReadOnlyList<SimulatedChannel> Channels => throw new NotImplementedException();

    /// <value>How the bot shows itself now.</value>
    public PresenceView Presence => throw new NotImplementedException();

    public SimulatedChannel DirectMessages(SimulatedUser user) => throw new NotImplementedException();

    public SimulatedUser? FindUser(Snowflake id) => throw new NotImplementedException();

    public SimulatedChannel? FindChannel(Snowflake id) => throw new NotImplementedException();

    /// <summary>What a user may do in a channel.</summary>
    public Permissions PermissionsOf(SimulatedUser user, SimulatedChannel channel) => throw new NotImplementedException();

    /// <summary>The messages of a channel that a user sees, the oldest first.</summary>
    public IReadOnlyList<MessageView> MessagesIn(SimulatedChannel channel, SimulatedUser viewer) => throw new NotImplementedException();

    /// <summary>A message as it is now; null if there is none.</summary>
    public MessageView? FindMessage(Snowflake id) => throw new NotImplementedException();

    /// <summary>The commands that a user's client offers in a channel.</summary>
    public IReadOnlyList<ApplicationCommand> CommandsFor(SimulatedUser user, SimulatedChannel channel) => throw new NotImplementedException();

    /// <summary>All that happens from now on, in its order, until cancelled.</summary>
    public ChannelReader<WorldEvent> Subscribe(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Adds a member of the guild.</summary>
    public SimulatedUser AddUser(string name, string locale = "en-US", params IReadOnlyList<SimulatedRole> roles) => throw new NotImplementedException();

    /// <summary>Gives a member exactly these roles.</summary>
    public SimulatedUser SetRoles(SimulatedUser user, params IReadOnlyList<SimulatedRole> roles) => throw new NotImplementedException();

    public SimulatedChannel AddChannel(string name, bool isNsfw = false) => throw new NotImplementedException();

    public void DeleteChannel(SimulatedChannel channel) => throw new NotImplementedException();

    /// <summary>Lets a role or a user do more or less in one channel than elsewhere.</summary>
    /// <param name="target">The id of a role (that of everybody is the guild's) or of a user.</param>
    public void Overwrite(SimulatedChannel channel, Snowflake target, Permissions allow, Permissions deny) => throw new NotImplementedException();
}
