using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot;

/// <summary>An interaction that is being handled, and the ways to answer it. The first answer must come within 3 seconds.</summary>
/// <param name="receivedAt">The clock's timestamp of its arrival; by default now.</param>
internal sealed class InteractionContext(Interaction interaction, DiscordRestClient rest, TimeProvider clock, long? receivedAt = null)
{
    // Discord's own default, for peers that do not tell.
    private const long DefaultAttachmentLimit = 10L << 20;

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    private readonly long _receivedAt = receivedAt ?? clock.GetTimestamp();
    private InteractionCallbackType? _answer;
    private bool _isPrivate;

    /// <summary>The first answer was accepted, so long after the interaction arrived.</summary>
    public event Action<TimeSpan>? Acknowledged;

    public Interaction Interaction { get; } = interaction;

    public DiscordRestClient Rest { get; } = rest;

    public TimeProvider Clock { get; } = clock;

    public User User => Interaction.User;

    /// <value>By our own clock, since it is compared with that one.</value>
    public DateTimeOffset TokenExpiresAt { get; } = clock.GetUtcNow() + TokenLifetime;

    /// <value>Bytes of the largest file an answer may carry.</value>
    public long AttachmentSizeLimit => Interaction.AttachmentSizeLimit ?? DefaultAttachmentLimit;

    public bool IsAnswered => _answer is not null;

    /// <value>Time since the interaction arrived; Discord's clock and ours may differ, so its own time says nothing.</value>
    public TimeSpan Age => Clock.GetElapsedTime(_receivedAt);

    /// <value>The message that answers, once known.</value>
    public Snowflake? ResponseMessage { get; private set; }

    // Every reader of a public message sees its changes, so that one is changed by its job alone.
    private bool IsUnderPrivateMessage => Interaction.Message?.Flags.HasFlag(MessageFlags.Ephemeral) == true;

    /// <summary>"Thinking…": the answer follows by <see cref="AnswerAsync"/>.</summary>
    public Task DeferAsync(bool isPrivate, CancellationToken cancellation)
    {
        _isPrivate = isPrivate;
        return RespondAsync(InteractionCallbackType.DeferredChannelMessageWithSource, isPrivate ? new InteractionCallbackData { Flags = MessageFlags.Ephemeral } : null, null, cancellation);
    }

    /// <summary>A button was understood; its message may be edited later.</summary>
    public Task DeferUpdateAsync(CancellationToken cancellation) =>
        RespondAsync(InteractionCallbackType.DeferredUpdateMessage, null, null, cancellation);

    /// <summary>Answers at once; after a deferral, fills in its message.</summary>
    public async Task AnswerAsync(MessageBody body, bool isPrivate, CancellationToken cancellation, IReadOnlyList<FileUpload>? files = null)
    {
        if (IsAnswered)
        {
            await Rest.EditOriginalAsync(Interaction.ApplicationId, Interaction.Token, body, files, cancellation);
            return;
        }

        _isPrivate = isPrivate;
        var flags = (body.Flags ?? MessageFlags.None) | (isPrivate ? MessageFlags.Ephemeral : MessageFlags.None);
        await RespondAsync(InteractionCallbackType.ChannelMessageWithSource, InteractionCallbackData.Of(body with { Flags = flags }), files, cancellation);
    }

    /// <summary>A private word to whoever did it, whatever was answered before.</summary>
    public async Task TellPrivatelyAsync(string text, CancellationToken cancellation)
    {
        var body = new MessageBody { Content = text };
        var isThinking = _answer == InteractionCallbackType.DeferredChannelMessageWithSource;
        if (!IsAnswered || (isThinking && _isPrivate))
        {
            await AnswerAsync(body, isPrivate: true, cancellation);
            return;
        }

        // A follow-up would fill in a public "thinking…" message, for everybody to read; without that message it is one of its own.
        if (isThinking) await Rest.DeleteOriginalAsync(Interaction.ApplicationId, Interaction.Token, cancellation);
        await Rest.CreateFollowupAsync(Interaction.ApplicationId, Interaction.Token, body with { Flags = MessageFlags.Ephemeral }, null, cancellation);
    }

    /// <summary>Changes the private message whose button was pressed; a button that was forged onto a public one gets a private answer of its own.</summary>
    public Task UpdateAsync(MessageBody body, CancellationToken cancellation, IReadOnlyList<FileUpload>? files = null) => IsUnderPrivateMessage
        ? RespondAsync(InteractionCallbackType.UpdateMessage, InteractionCallbackData.Of(body), files, cancellation)
        : AnswerAsync(body, isPrivate: true, cancellation, files);

    /// <summary>The slow form of <see cref="UpdateAsync"/>: what comes by <see cref="AnswerAsync"/> changes the private message, or is one.</summary>
    public Task DeferPrivateAsync(CancellationToken cancellation) => IsUnderPrivateMessage ? DeferUpdateAsync(cancellation) : DeferAsync(isPrivate: true, cancellation);

    public Task ShowModalAsync(string customId, string title, IReadOnlyList<Component> components, CancellationToken cancellation) =>
        RespondAsync(InteractionCallbackType.Modal, new InteractionCallbackData { CustomId = customId, Title = title, Components = components }, null, cancellation);

    public Task SuggestAsync(IReadOnlyList<ApplicationCommandChoice> choices, CancellationToken cancellation) =>
        RespondAsync(InteractionCallbackType.ApplicationCommandAutocompleteResult, new InteractionCallbackData { Choices = choices }, null, cancellation);

    private async Task RespondAsync(InteractionCallbackType type, InteractionCallbackData? data, IReadOnlyList<FileUpload>? files, CancellationToken cancellation)
    {
        // Set before, since a refused answer can have been received all the same, and there is no second try.
        _answer = type;
        var response = await Rest.RespondAsync(Interaction.Id, Interaction.Token, new InteractionResponse { Type = type, Data = data }, files, cancellation);
        ResponseMessage = response.Interaction.ResponseMessageId;
        Acknowledged?.Invoke(Age);
    }
}
