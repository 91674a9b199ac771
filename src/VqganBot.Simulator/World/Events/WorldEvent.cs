using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;

namespace VqganBot.Simulator.World.Events;

/// <summary>Something happened that somebody in front of a screen would see. These are all there are.</summary>
public abstract record WorldEvent
{
    private WorldEvent()
    {
    }

    /// <summary>A message came; see <see cref="MessageView.VisibleTo"/> for whom it is.</summary>
    public sealed record MessageCreated(MessageView Message) : WorldEvent;

    public sealed record MessageUpdated(MessageView Message) : WorldEvent;

    public sealed record MessageDeleted(Snowflake Channel, Snowflake Message, Snowflake? VisibleTo) : WorldEvent;

    /// <summary>A user did something and the bot has now to answer.</summary>
    public sealed record InteractionStarted(Snowflake Interaction, SimulatedUser User, SimulatedChannel Channel, string Name) : WorldEvent;

    /// <summary>The bot answered, or did not in time.</summary>
    public sealed record InteractionAnswered(SimulatedUser User, SimulatedChannel Channel, InteractionOutcome Outcome) : WorldEvent;

    public sealed record PresenceChanged(PresenceView Presence) : WorldEvent;

    public sealed record CommandsChanged : WorldEvent;
}
