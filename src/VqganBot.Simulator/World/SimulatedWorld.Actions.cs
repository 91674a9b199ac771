using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World;

/// <summary>What people do. Each task ends with the bot's first answer, or when the application did not respond in 3 s.</summary>
public sealed partial class SimulatedWorld
{
    /// <summary>Somebody runs a slash command.</summary>
    /// <param name="command">With its groups and subcommands: <c>limits set</c>.</param>
    /// <param name="force">Sends even what a real client would refuse: values forged, permissions lacking, commands unknown to the channel.</param>
    public Task<InteractionOutcome> InvokeCommandAsync(
        SimulatedUser user,
        SimulatedChannel channel,
        string command,
        IReadOnlyDictionary<string, OptionValue>? options = null,
        bool force = false,
        CancellationToken cancellation = default) => Act(() => _commandClient.Invoke(user, channel, command, options ?? EmptyOptions, force), cancellation);

    /// <summary>Somebody types into an option that completes itself.</summary>
    /// <param name="focused">The option being typed into; what stands in it so far is in <paramref name="options"/>.</param>
    public Task<InteractionOutcome> AutocompleteAsync(
        SimulatedUser user,
        SimulatedChannel channel,
        string command,
        string focused,
        IReadOnlyDictionary<string, OptionValue> options,
        CancellationToken cancellation = default) => Act(() => _commandClient.Complete(user, channel, command, focused, options), cancellation);

    /// <summary>Somebody runs a command from the menu of a message.</summary>
    public Task<InteractionOutcome> InvokeMessageCommandAsync(
        SimulatedUser user, Snowflake message, string command, bool force = false, CancellationToken cancellation = default) =>
        Act(() => _commandClient.InvokeOnMessage(user, message, command, force), cancellation);

    /// <summary>Somebody presses a button, or chooses in a select.</summary>
    /// <param name="values">Of a select.</param>
    /// <param name="force">Presses even what is disabled, not there, or not shown to the user.</param>
    public Task<InteractionOutcome> PressButtonAsync(
        SimulatedUser user,
        Snowflake message,
        string customId,
        IReadOnlyList<string>? values = null,
        bool force = false,
        CancellationToken cancellation = default) => Act(() => _componentClient.Press(user, message, customId, values, force), cancellation);

    /// <summary>Somebody sends the dialogue the bot had opened.</summary>
    /// <param name="values">By <c>custom_id</c>; an input that is left out keeps what the bot put in.</param>
    /// <param name="force">Sends even what the dialogue does not allow.</param>
    public Task<InteractionOutcome> SubmitModalAsync(
        ModalView modal,
        IReadOnlyDictionary<string, string> values,
        bool force = false,
        CancellationToken cancellation = default) => Act(() => _componentClient.Submit(modal, values, force), cancellation);

    /// <summary>Somebody writes a plain message.</summary>
    public MessageView Post(SimulatedUser user, SimulatedChannel channel, string content, params IReadOnlyList<UploadedFile> files)
    {
        lock (Sync)
        {
            var frame = new SimulatedMessage { Id = Ids.Next(), Channel = channel, Author = user, CreatedAt = Clock.GetUtcNow() };
            List<UploadedPart> parts = [.. files.Select((file, index) => new UploadedPart($"{index}", file.Filename, file.ContentType, file.Bytes))];
            return Messages.View(Messages.Create(frame, new MessageDraft { Content = content, Files = parts }));
        }
    }

    /// <summary>Somebody deletes a message, or dismisses an ephemeral one.</summary>
    /// <returns>False if there is none, or it is not theirs to delete.</returns>
    public bool Delete(SimulatedUser user, Snowflake message)
    {
        lock (Sync)
        {
            if (Messages.Find(message) is not { } found)
                return false;
            bool may = found.VisibleTo is { } viewer
                ? viewer == user.Id
                : found.Author.Id == user.Id || PermissionsOf(user, found.Channel).HasFlag(Permissions.ManageMessages);
            if (may)
                Messages.Delete(found);
            return may;
        }
    }

    private static IReadOnlyDictionary<string, OptionValue> EmptyOptions { get; } = new Dictionary<string, OptionValue>();

    private Task<InteractionOutcome> Act(Func<Task<InteractionOutcome>> action, CancellationToken cancellation)
    {
        try
        {
            lock (Sync)
                return action().WaitAsync(cancellation);
        }
        catch (ClientRefusedException refused)
        {
            return Task.FromResult(new InteractionOutcome { Answer = InteractionAnswer.Refused, Refusal = refused.Message });
        }
    }
}
