namespace VqganBot.Simulator.Client;

/// <summary>How the bot answered an interaction at first.</summary>
public enum InteractionAnswer
{
    /// <summary>The user's client did not even send it; <see cref="InteractionOutcome.Refusal"/> says why.</summary>
    Refused,

    /// <summary>"The application did not respond."</summary>
    TimedOut,

    /// <summary>A message at once.</summary>
    Message,

    /// <summary>"Thinking …"</summary>
    Deferred,

    /// <summary>The message of the button stays as it is until an edit comes.</summary>
    DeferredUpdate,

    /// <summary>The message of the button was changed.</summary>
    Updated,

    Modal,

    Choices,
}
