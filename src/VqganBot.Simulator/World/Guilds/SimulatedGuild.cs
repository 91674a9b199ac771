using System.Diagnostics.CodeAnalysis;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World.Guilds;

/// <summary>Who and what is in the one guild, and in the direct messages beside it.</summary>
internal sealed class SimulatedGuild
{
    public const string Name = "VqganBot playground";

    private readonly Lock _lock = new();
    private readonly SnowflakeSource _ids;
    private readonly List<SimulatedUser> _users = [];
    private readonly List<SimulatedChannel> _channels = [];
    private readonly Dictionary<Snowflake, List<PermissionOverwrite>> _overwrites = [];
    private readonly HashSet<Snowflake> _closed = [];

    public SimulatedGuild(SnowflakeSource ids, DateTimeOffset now)
    {
        _ids = ids;
        CreatedAt = now;
        Id = ids.Next();
        Everyone = new SimulatedRole(Id, "@everyone", PermissionRules.Everybody, 0, 0);
        Moderator = new SimulatedRole(ids.Next(), "Moderator", Permissions.ManageMessages | Permissions.ModerateMembers, 2, 0x3BA55D);
        Patron = new SimulatedRole(ids.Next(), "Patron", Permissions.None, 1, 0xE67E22);
        Roles = [Everyone, Patron, Moderator];
        Bot = Add(new SimulatedUser(ids.Next(), "vqganbot", "VqganBot", "en-US", [], IsBot: true));
        Owner = AddUser("Ada", "en-US");
        Paintings = AddChannel("paintings");
    }

    public Snowflake Id { get; }

    public DateTimeOffset CreatedAt { get; }

    public SimulatedRole Everyone { get; }

    public SimulatedRole Moderator { get; }

    public SimulatedRole Patron { get; }

    public IReadOnlyList<SimulatedRole> Roles { get; }

    public SimulatedUser Bot { get; }

    public SimulatedUser Owner { get; }

    public SimulatedChannel Paintings { get; }

    public IReadOnlyList<SimulatedUser> Users
    {
        get
        {
            lock (_lock)
                return [.. _users];
        }
    }

    public IReadOnlyList<SimulatedChannel> Channels
    {
        get
        {
            lock (_lock)
                return [.. _channels];
        }
    }

    /// <summary>Adds a member, and the channel of direct messages with the bot.</summary>
    public SimulatedUser AddUser(string name, string locale, params IReadOnlyList<SimulatedRole> roles)
    {
        string username = new([.. name.ToLowerInvariant().Select(letter => letter == 'ü' ? 'u' : letter)]);
        SimulatedUser user = Add(new SimulatedUser(_ids.Next(), username, name, locale, [.. roles.Select(role => role.Id)]));
        lock (_lock)
            _channels.Add(new SimulatedChannel(_ids.Next(), name, Recipient: user.Id));
        return user;
    }

    public SimulatedChannel AddChannel(string name, bool isNsfw = false)
    {
        var channel = new SimulatedChannel(_ids.Next(), name, isNsfw);
        lock (_lock)
            _channels.Add(channel);
        return channel;
    }

    public SimulatedUser SetRoles(SimulatedUser user, IReadOnlyList<SimulatedRole> roles)
    {
        SimulatedUser changed = user with { Roles = [.. roles.Select(role => role.Id)] };
        lock (_lock)
            _users[_users.FindIndex(member => member.Id == user.Id)] = changed;
        return changed;
    }

    public bool TryUser(Snowflake id, [NotNullWhen(true)] out SimulatedUser? user) =>
        (user = Users.FirstOrDefault(user => user.Id == id)) is not null;

    public bool TryChannel(Snowflake id, [NotNullWhen(true)] out SimulatedChannel? channel) =>
        (channel = Channels.FirstOrDefault(channel => channel.Id == id)) is not null;

    public bool RemoveChannel(Snowflake id)
    {
        lock (_lock)
            return _channels.RemoveAll(channel => channel.Id == id) > 0;
    }

    public SimulatedChannel DirectMessages(Snowflake user) => Channels.First(channel => channel.Recipient == user);

    public void SetDirectMessages(Snowflake user, bool areOpen)
    {
        lock (_lock)
            _ = areOpen ? _closed.Remove(user) : _closed.Add(user);
    }

    public bool TakesDirectMessages(Snowflake user)
    {
        lock (_lock)
            return !_closed.Contains(user);
    }

    public IReadOnlyList<PermissionOverwrite> OverwritesIn(SimulatedChannel channel)
    {
        lock (_lock)
            return _overwrites.TryGetValue(channel.Id, out List<PermissionOverwrite>? overwrites) ? [.. overwrites] : [];
    }

    public void Overwrite(SimulatedChannel channel, PermissionOverwrite overwrite)
    {
        lock (_lock)
        {
            List<PermissionOverwrite> overwrites = _overwrites.TryGetValue(channel.Id, out List<PermissionOverwrite>? known) ? known : _overwrites[channel.Id] = [];
            overwrites.RemoveAll(other => other.Target == overwrite.Target);
            overwrites.Add(overwrite);
        }
    }

    public Permissions PermissionsOf(Snowflake user, SimulatedChannel channel)
    {
        if (channel.IsDirect)
            return user == Bot.Id || user == channel.Recipient ? PermissionRules.Direct : Permissions.None;
        return TryUser(user, out SimulatedUser? member) ? PermissionRules.Compute(Id, Owner.Id, member, Roles, OverwritesIn(channel)) : Permissions.None;
    }

    private SimulatedUser Add(SimulatedUser user)
    {
        lock (_lock)
            _users.Add(user);
        return user;
    }
}
