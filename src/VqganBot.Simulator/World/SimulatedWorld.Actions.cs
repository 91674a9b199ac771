using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;

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
        CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Somebody types into an option that completes itself.</summary>
    /// <param name="focused">The option being typed into; what stands in it so far is in <paramref name="options"/>.</param>
    public Task<InteractionOutcome> AutocompleteAsync(
        SimulatedUser user,
        SimulatedChannel channel,
        string command,
        string focused,
        IReadOnlyDictionary<string, OptionValue> options,
        CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Somebody runs a command from the menu of a message.</summary>
    public Task<InteractionOutcome> InvokeMessageCommandAsync(
        SimulatedUser user, Snowflake message, string command, bool force = false, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Somebody presses a button, or chooses in a select.</summary>
    /// <param name="values">Of a select.</param>
    /// <param name="force">Presses even what is disabled, not there, or not shown to the user.</param>
    public Task<InteractionOutcome> PressButtonAsync(
        SimulatedUser user,
        Snowflake message,
        string customId,
        IReadOnlyList<string>? values = null,
        bool force = false,
        CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Somebody sends the dialogue the bot had opened.</summary>
    /// <param name="values">By <c>custom_id</c>; an input that is left out keeps what the bot put in.</param>
    /// <param name="force">Sends even what the dialogue does not allow.</param>
    public Task<InteractionOutcome> SubmitModalAsync(
        ModalView modal,
        IReadOnlyDictionary<string, string> values,
        bool force = false,
        CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Somebody writes a plain message.</summary>
    public MessageView Post(SimulatedUser user, SimulatedChannel channel, string content, params IReadOnlyList<UploadedFile> files) => throw new NotImplementedException();

    /// <summary>Somebody deletes a message, or dismisses an ephemeral one.</summary>
    public bool Delete(SimulatedUser user, Snowflake message) => throw new NotImplementedException();
}
