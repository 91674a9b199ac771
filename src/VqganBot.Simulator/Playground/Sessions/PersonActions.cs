using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Playground.Protocol;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Playground.Sessions;

/// <summary>What the person in front of the page does, carried out in the world.</summary>
internal sealed class PersonActions(SimulatedWorld world, UploadStore uploads)
{
    private const string Silence = "The application did not respond.";

    private readonly ConcurrentDictionary<Snowflake, ModalView> _modals = new();

    public async Task<PageResult> RunAsync(PageMessage message, SimulatedUser user, CancellationToken cancellation)
    {
        switch (message.Op)
        {
            case "command" when Channel(message, user) is { } channel:
                return Tell(await world.InvokeCommandAsync(user, channel, message.Command ?? "", Options(message), message.Force, cancellation));
            case "suggest" when Channel(message, user) is { } channel:
                return Tell(await world.AutocompleteAsync(user, channel, message.Command ?? "", message.Focused ?? "", Options(message), cancellation));
            case "menu" when message.Message is { } target:
                return Tell(await world.InvokeMessageCommandAsync(user, target, message.Command ?? "", cancellation: cancellation));
            case "press" when message.Message is { } target:
                return Tell(await world.PressButtonAsync(user, target, message.CustomId ?? "", message.Values, cancellation: cancellation));
            case "submit" when message.Modal is { } id && _modals.TryGetValue(id, out ModalView? modal):
                return await SubmitAsync(modal, message.Inputs ?? new Dictionary<string, string>(), cancellation);
            case "say" when Channel(message, user) is { } channel:
                return Say(message, user, channel);
            case "delete" when message.Message is { } target:
                return world.Delete(user, target) ? new PageResult() : new PageResult { Error = "You may not delete this message." };
            default:
                return new PageResult { Error = $"The playground cannot do '{message.Op}' with what it was given." };
        }
    }

    private SimulatedChannel? Channel(PageMessage message, SimulatedUser user) =>
        message.Channel is { } id && world.FindChannel(id) is { } channel && WorldSnapshot.CanSee(world, user, channel) ? channel : null;

    private async Task<PageResult> SubmitAsync(ModalView modal, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation)
    {
        PageResult result = Tell(await world.SubmitModalAsync(modal, inputs, cancellation: cancellation));
        if (result.Error is null)
            _modals.TryRemove(modal.Interaction, out _);
        return result;
    }

    private PageResult Say(PageMessage message, SimulatedUser user, SimulatedChannel channel)
    {
        List<UploadedFile> files = [.. (message.Uploads ?? []).Select(uploads.Find).OfType<UploadedFile>()];
        if (string.IsNullOrWhiteSpace(message.Content) && files.Count == 0)
            return new PageResult { Error = "An empty message cannot be sent." };
        world.Post(user, channel, message.Content ?? "", files);
        return new PageResult();
    }

    private Dictionary<string, OptionValue> Options(PageMessage message)
    {
        var options = new Dictionary<string, OptionValue>();
        foreach ((string name, JsonElement value) in message.Options ?? new Dictionary<string, JsonElement>())
        {
            if (value.ValueKind != JsonValueKind.Object)
                options[name] = OptionValue.Of(JsonNode.Parse(value.GetRawText()));
            else if (value.TryGetProperty("upload", out JsonElement id) && uploads.Find(id.GetString() ?? "") is { } file)
                options[name] = file;
        }
        return options;
    }

    private PageResult Tell(InteractionOutcome outcome)
    {
        switch (outcome.Answer)
        {
            case InteractionAnswer.Refused:
                return new PageResult { Error = outcome.Refusal ?? "This cannot be sent." };
            case InteractionAnswer.TimedOut:
                return new PageResult { Error = outcome.Refusal ?? Silence };
            case InteractionAnswer.Choices:
                return new PageResult { Choices = outcome.Choices };
            case InteractionAnswer.Modal when outcome.Modal is { } modal:
                _modals[modal.Interaction] = modal;
                return new PageResult { Modal = new PageModal(modal.Interaction, modal.Data.Title, modal.Data.Components ?? []) };
            default:
                return new PageResult();
        }
    }
}
