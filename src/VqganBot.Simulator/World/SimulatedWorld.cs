using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Files;
using VqganBot.Simulator.World.Commands;
using VqganBot.Simulator.World.Events;
using VqganBot.Simulator.World.Guilds;
using VqganBot.Simulator.World.Interactions;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World;

/// <summary>
/// Everything there is on the simulated Discord, and everything people can do in it. Safe from any thread.
/// </summary>
public sealed partial class SimulatedWorld
{
    private readonly CommandClient _commandClient;
    private readonly ComponentClient _componentClient;
    private volatile PresenceView _presence = new("offline", null);

    internal SimulatedWorld(SimulatorOptions options, SimulatedClock clock)
    {
        Clock = clock;
        Ids = new SnowflakeSource(clock);
        Guild = new SimulatedGuild(Ids, clock.GetUtcNow());
        Files = new FileStore(clock);
        Basho = Guild.AddUser("Basho", "ja");
        Curie = Guild.AddUser("Curie", "fr", Guild.Moderator);
        Durer = Guild.AddUser("Dürer", "de");
        Gallery = Guild.AddChannel("gallery");
        AfterDark = Guild.AddChannel("after-dark", isNsfw: true);
        Messages = new MessageStore(Guild, Files, Ids, clock, Events, options.RateLimits);
        Commands = new CommandStore(Ids, Guild.Bot.Id, clock, Events);
        Interactions = new InteractionStore(Sync, clock, Events, Messages);
        var replies = new ReplyFactory(Guild, Messages, Ids, clock);
        Answers = new InteractionAnswers(Interactions, Messages, replies);
        Webhook = new InteractionWebhook(Interactions, Messages, replies);
        var sender = new InteractionSender(this);
        _commandClient = new CommandClient(this, sender);
        _componentClient = new ComponentClient(this, sender);
    }

    public SimulatedUser Bot => Guild.Bot;

    /// <value>Owns the guild.</value>
    public SimulatedUser Ada => Guild.Owner;

    public SimulatedUser Basho { get; }

    /// <value>Has the role of a moderator.</value>
    public SimulatedUser Curie { get; }

    public SimulatedUser Durer { get; }

    public SimulatedChannel Paintings => Guild.Paintings;

    public SimulatedChannel Gallery { get; }

    /// <value>Age-restricted.</value>
    public SimulatedChannel AfterDark { get; }

    public Snowflake GuildId => Guild.Id;

    public string GuildName => SimulatedGuild.Name;

    /// <value>Of the guild, the bot among them.</value>
    public IReadOnlyList<SimulatedUser> Users => Guild.Users;

    public IReadOnlyList<SimulatedRole> Roles => Guild.Roles;

    /// <value>Of the guild, and the direct messages of each user.</value>
    public IReadOnlyList<SimulatedChannel> Channels => Guild.Channels;

    /// <value>How the bot shows itself now.</value>
    public PresenceView Presence => _presence;

    /// <value>The one lock around all that changes. What the stores do, they do under it.</value>
    internal Lock Sync { get; } = new();

    internal SimulatedClock Clock { get; }

    internal SnowflakeSource Ids { get; }

    internal EventFeed Events { get; } = new();

    internal SimulatedGuild Guild { get; }

    internal FileStore Files { get; }

    internal MessageStore Messages { get; }

    internal CommandStore Commands { get; }

    internal InteractionStore Interactions { get; }

    internal InteractionAnswers Answers { get; }

    internal InteractionWebhook Webhook { get; }

    public SimulatedChannel DirectMessages(SimulatedUser user) => Guild.DirectMessages(user.Id);

    public SimulatedUser? FindUser(Snowflake id) => Guild.TryUser(id, out SimulatedUser? user) ? user : null;

    public SimulatedChannel? FindChannel(Snowflake id) => Guild.TryChannel(id, out SimulatedChannel? channel) ? channel : null;

    /// <summary>What a user may do in a channel.</summary>
    public Permissions PermissionsOf(SimulatedUser user, SimulatedChannel channel) => Guild.PermissionsOf(user.Id, channel);

    /// <summary>The messages of a channel that a user sees, the oldest first.</summary>
    public IReadOnlyList<MessageView> MessagesIn(SimulatedChannel channel, SimulatedUser viewer)
    {
        lock (Sync)
            return [.. Messages.In(channel, viewer.Id).Select(Messages.View)];
    }

    /// <summary>A message as it is now; null if there is none.</summary>
    public MessageView? FindMessage(Snowflake id)
    {
        lock (Sync)
            return Messages.Find(id) is { } message ? Messages.View(message) : null;
    }

    /// <summary>The commands that a user's client offers in a channel.</summary>
    public IReadOnlyList<ApplicationCommand> CommandsFor(SimulatedUser user, SimulatedChannel channel)
    {
        lock (Sync)
            return CommandOffer.For(this, user, channel);
    }

    /// <summary>All that happens from now on, in its order, until cancelled.</summary>
    public ChannelReader<WorldEvent> Subscribe(CancellationToken cancellation = default) => Events.Subscribe(cancellation);

    /// <summary>The bot shows itself otherwise, or is gone.</summary>
    internal void Show(PresenceView presence)
    {
        _presence = presence;
        Events.Publish(new WorldEvent.PresenceChanged(presence));
    }

    internal IReadOnlyList<ApplicationCommand> AllCommands()
    {
        IEnumerable<JsonObject> commands = Commands.In(Guild.Id).Concat(Commands.In(CommandStore.Global));
        return [.. commands.Select(command => command.Deserialize(DiscordJson.Default.ApplicationCommand)!)];
    }
}
