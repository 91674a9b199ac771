using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World.Interactions;

/// <summary>Something a user did, from the event to the end of its token. Touched only under the world's lock.</summary>
internal sealed class SimulatedInteraction
{
    /// <summary>How long the bot may take to answer at all.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);

    /// <summary>How long the token is good after an answer.</summary>
    public static readonly TimeSpan TokenTime = TimeSpan.FromMinutes(15);

    public required Snowflake Id { get; init; }

    public required string Token { get; init; }

    public required InteractionType Type { get; init; }

    public required SimulatedUser User { get; init; }

    public required SimulatedChannel Channel { get; init; }

    /// <value>Of the command, or the <c>custom_id</c>.</value>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <value>By the clock that is never moved.</value>
    public required long Timestamp { get; init; }

    /// <value>Of a command: what kind of message its reply is.</value>
    public int ReplyType { get; init; } = SimulatedMessage.Plain;

    /// <value>The message of the button, also behind a dialogue that a button opened.</value>
    public SimulatedMessage? Source { get; init; }

    /// <value>The message a menu was opened on.</value>
    public Snowflake? Target { get; init; }

    public DateTimeOffset? ExpiresAt { get; set; }

    /// <value>Null until answered; a time-out is an answer too.</value>
    public InteractionAnswer? Answer { get; set; }

    /// <value>What <c>@original</c> is.</value>
    public SimulatedMessage? Original { get; set; }

    /// <value>The messages the token may touch.</value>
    public HashSet<Snowflake> Messages { get; } = [];

    public TaskCompletionSource<InteractionOutcome> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <value><c>interaction_metadata</c> of the messages that answer it.</value>
    public required JsonObject Metadata { get; init; }

    public bool IsAcknowledged => Answer is not (null or InteractionAnswer.TimedOut);

    public bool IsExpired(DateTimeOffset now) => now >= (ExpiresAt ?? CreatedAt + (IsAcknowledged ? TokenTime : AnswerTime));
}
