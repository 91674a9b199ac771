using VqganBot.Discord.Wire;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Client;

/// <summary>What became of something a user did: complete as soon as the bot answers at all.</summary>
public sealed record InteractionOutcome
{
    /// <value>Zero where the client refused to send it.</value>
    public Snowflake Interaction { get; init; }

    /// <value>The interaction's token; empty where the client refused to send it.</value>
    public string Token { get; init; } = "";

    public required InteractionAnswer Answer { get; init; }

    /// <value>From sending the event to the answer, by the clock that is never moved.</value>
    public TimeSpan Elapsed { get; init; }

    /// <value>Why the client refused, or that the application did not respond.</value>
    public string? Refusal { get; init; }

    /// <value>The reply, or the message of the button.</value>
    public MessageView? Message { get; init; }

    public ModalView? Modal { get; init; }

    public IReadOnlyList<ApplicationCommandChoice> Choices { get; init; } = [];
}
