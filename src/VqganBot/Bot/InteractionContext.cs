using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot;

/// <summary>An interaction that is being handled, and the ways to answer it. The first answer must come within 3 seconds.</summary>
internal sealed class InteractionContext(Interaction interaction, DiscordRestClient rest, TimeProvider clock)
{
    public Interaction Interaction { get; } = interaction;

    public DiscordRestClient Rest { get; } = rest;

    public TimeProvider Clock { get; } = clock;

    public User User => Interaction.User;

    public bool IsAnswered { get; private set; }

    /// <value>The message that answers, once known.</value>
    public Snowflake? ResponseMessage { get; private set; }

    /// <summary>"Thinking…": the answer follows by <see cref="AnswerAsync"/>.</summary>
    public Task DeferAsync(bool isPrivate, CancellationToken cancellation) =>
        RespondAsync(InteractionCallbackType.DeferredChannelMessageWithSource, isPrivate ? new InteractionCallbackData { Flags = MessageFlags.Ephemeral } : null, null, cancellation);

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

        var flags = (body.Flags ?? MessageFlags.None) | (isPrivate ? MessageFlags.Ephemeral : MessageFlags.None);
        await RespondAsync(InteractionCallbackType.ChannelMessageWithSource, InteractionCallbackData.Of(body with { Flags = flags }), files, cancellation);
    }

    /// <summary>A private word to whoever did it, whatever was answered before.</summary>
    public async Task TellPrivatelyAsync(string text, CancellationToken cancellation)
    {
        if (!IsAnswered)
            await AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
        else
            await Rest.CreateFollowupAsync(Interaction.ApplicationId, Interaction.Token, new MessageBody { Content = text, Flags = MessageFlags.Ephemeral }, null, cancellation);
    }

    /// <summary>Changes the message whose button was pressed.</summary>
    public Task UpdateAsync(MessageBody body, CancellationToken cancellation, IReadOnlyList<FileUpload>? files = null) =>
        RespondAsync(InteractionCallbackType.UpdateMessage, InteractionCallbackData.Of(body), files, cancellation);

    public Task ShowModalAsync(string customId, string title, IReadOnlyList<Component> components, CancellationToken cancellation) =>
        RespondAsync(InteractionCallbackType.Modal, new InteractionCallbackData { CustomId = customId, Title = title, Components = components }, null, cancellation);

    public Task SuggestAsync(IReadOnlyList<ApplicationCommandChoice> choices, CancellationToken cancellation) =>
        RespondAsync(InteractionCallbackType.ApplicationCommandAutocompleteResult, new InteractionCallbackData { Choices = choices }, null, cancellation);

    private async Task RespondAsync(InteractionCallbackType type, InteractionCallbackData? data, IReadOnlyList<FileUpload>? files, CancellationToken cancellation)
    {
        IsAnswered = true;
        var response = await Rest.RespondAsync(Interaction.Id, Interaction.Token, new InteractionResponse { Type = type, Data = data }, files, cancellation);
        ResponseMessage = response.Interaction.ResponseMessageId;
    }
}
