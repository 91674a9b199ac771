using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Rest;
using VqganBot.Simulator.World.Events;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World.Interactions;

/// <summary>All interactions and the life of their tokens. Used only under the world's lock, but for its timers, which take it.</summary>
internal sealed class InteractionStore(Lock world, SimulatedClock clock, EventFeed events, MessageStore messages)
{
    public const string NoResponse = "The application did not respond";

    private readonly Dictionary<Snowflake, SimulatedInteraction> _interactions = [];
    private readonly Dictionary<string, SimulatedInteraction> _byToken = [];

    /// <summary>Tells the bot, and waits for it from now on.</summary>
    public Task<InteractionOutcome> Start(SimulatedInteraction interaction, JsonObject payload)
    {
        _interactions.Add(interaction.Id, interaction);
        _byToken.Add(interaction.Token, interaction);
        if (interaction.Type != InteractionType.ApplicationCommandAutocomplete)
            events.Publish(new WorldEvent.InteractionStarted(interaction.Id, interaction.User, interaction.Channel, interaction.Name));
        events.Send(new GatewayEvent("INTERACTION_CREATE", payload));

        ITimer timer = clock.CreateTimer(_ => TimeOut(interaction), null, SimulatedInteraction.AnswerTime, Timeout.InfiniteTimeSpan);
        _ = interaction.Completion.Task.ContinueWith(_ => timer.Dispose(), TaskScheduler.Default);
        return interaction.Completion.Task;
    }

    public bool TryFind(Snowflake id, [NotNullWhen(true)] out SimulatedInteraction? interaction) => _interactions.TryGetValue(id, out interaction);

    /// <summary>The interaction that waits for its first answer.</summary>
    public SimulatedInteraction RequireWaiting(Snowflake id, string token)
    {
        if (!TryFind(id, out SimulatedInteraction? interaction) || interaction.Token != token || interaction.Answer == InteractionAnswer.TimedOut)
            throw ApiErrors.UnknownInteraction();
        if (interaction.IsAcknowledged)
            throw ApiErrors.AlreadyAcknowledged();
        if (interaction.IsExpired(clock.GetUtcNow()))
            throw ApiErrors.UnknownInteraction();
        return interaction;
    }

    /// <summary>The interaction whose token is used as a webhook's.</summary>
    public SimulatedInteraction RequireAnswered(string token)
    {
        if (!_byToken.TryGetValue(token, out SimulatedInteraction? interaction))
            throw ApiErrors.InvalidWebhookToken();
        if (!interaction.IsAcknowledged)
            throw ApiErrors.UnknownWebhook();
        return interaction.IsExpired(clock.GetUtcNow()) ? throw ApiErrors.InvalidWebhookToken() : interaction;
    }

    /// <summary>The bot has answered: whoever waits is told.</summary>
    public void Complete(SimulatedInteraction interaction, InteractionOutcome outcome)
    {
        interaction.Answer = outcome.Answer;
        InteractionOutcome whole = outcome with
        {
            Interaction = interaction.Id,
            Token = interaction.Token,
            Elapsed = clock.Basis.GetElapsedTime(interaction.Timestamp),
            Message = outcome.Message ?? (interaction.Original is { } original ? messages.View(original) : null),
        };
        events.Publish(new WorldEvent.InteractionAnswered(interaction.User, interaction.Channel, whole));
        interaction.Completion.TrySetResult(whole);
    }

    /// <summary>Ends the life of all tokens there are.</summary>
    public void ExpireAll()
    {
        foreach (SimulatedInteraction interaction in _interactions.Values)
            interaction.ExpiresAt = clock.GetUtcNow();
    }

    private void TimeOut(SimulatedInteraction interaction)
    {
        lock (world)
        {
            if (interaction.Answer is null)
                Complete(interaction, new InteractionOutcome { Answer = InteractionAnswer.TimedOut, Refusal = NoResponse });
        }
    }
}
