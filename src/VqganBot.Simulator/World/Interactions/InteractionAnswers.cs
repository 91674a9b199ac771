using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Validation;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World.Interactions;

/// <summary>
/// What the bot may answer, and what comes of it:
/// https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction. Used only under the world's lock.
/// </summary>
internal sealed class InteractionAnswers(InteractionStore interactions, MessageStore messages, ReplyFactory replies)
{
    public JsonObject Answer(Snowflake id, string token, JsonElement body, IReadOnlyList<UploadedPart> files)
    {
        SimulatedInteraction interaction = interactions.RequireWaiting(id, token);
        var errors = new FormErrors();
        var form = new Form(body, errors);
        var type = (InteractionCallbackType?)form.Choice("type", Allowed(interaction), required: true);
        errors.ThrowIfAny();

        switch (type)
        {
            case InteractionCallbackType.ChannelMessageWithSource:
                interaction.Original = replies.Create(interaction, Data(form, files), isLoading: false);
                Complete(interaction, InteractionAnswer.Message);
                break;
            case InteractionCallbackType.DeferredChannelMessageWithSource:
                interaction.Original = replies.Create(interaction, Deferral(form), isLoading: true);
                Complete(interaction, InteractionAnswer.Deferred);
                break;
            case InteractionCallbackType.DeferredUpdateMessage:
                Adopt(interaction);
                Complete(interaction, InteractionAnswer.DeferredUpdate);
                break;
            case InteractionCallbackType.UpdateMessage:
                messages.Edit(interaction.Source!, Data(form, files, interaction.Source));
                Adopt(interaction);
                Complete(interaction, InteractionAnswer.Updated);
                break;
            case InteractionCallbackType.ApplicationCommandAutocompleteResult:
                Complete(interaction, new InteractionOutcome { Answer = InteractionAnswer.Choices, Choices = Choices(form) });
                break;
            default:
                Complete(interaction, new InteractionOutcome { Answer = InteractionAnswer.Modal, Modal = Modal(interaction, form) });
                break;
        }
        return Response(interaction, (InteractionCallbackType)type!);
    }

    private static int[] Allowed(SimulatedInteraction interaction) => interaction.Type switch
    {
        InteractionType.ApplicationCommand => [4, 5, 9],
        InteractionType.MessageComponent => [4, 5, 6, 7, 9],
        InteractionType.ApplicationCommandAutocomplete => [8],
        InteractionType.ModalSubmit when interaction.Source is not null => [4, 5, 6, 7],
        InteractionType.ModalSubmit => [4, 5],
        _ => [1],
    };

    private static MessageDraft Data(Form form, IReadOnlyList<UploadedPart> files, SimulatedMessage? edited = null)
    {
        MessageDraft draft = new();
        if (form.Object("data", required: true) is { } data)
            draft = MessageRules.Read(data, files, edited?.Flags.HasFlag(MessageFlags.IsComponentsV2) ?? false);
        form.Errors.ThrowIfAny();
        return draft;
    }

    // Nothing of a deferral counts but whether it is ephemeral.
    private static MessageDraft Deferral(Form form)
    {
        var flags = (MessageFlags?)form.Object("data")?.Integer("flags", 0, int.MaxValue);
        form.Errors.ThrowIfAny();
        return new MessageDraft { Flags = flags & MessageFlags.Ephemeral };
    }

    private static void Adopt(SimulatedInteraction interaction)
    {
        interaction.Original = interaction.Source;
        interaction.Messages.Add(interaction.Source!.Id);
    }

    private static ApplicationCommandChoice[] Choices(Form form)
    {
        if (form.Object("data", required: true) is { } data)
        {
            foreach (Form choice in data.List("choices", 25, required: true))
            {
                choice.Text("name", 100, 1, required: true);
                choice.Text("value", 100, required: true);
            }
        }
        form.Errors.ThrowIfAny();
        return form.Json.GetProperty("data").GetProperty("choices").Deserialize<ApplicationCommandChoice[]>()!;
    }

    private ModalView Modal(SimulatedInteraction interaction, Form form)
    {
        if (form.Object("data", required: true) is { } data)
            ModalRules.Check(data);
        form.Errors.ThrowIfAny();
        MessageView? source = interaction.Source is { } message ? messages.View(message) : null;
        return new ModalView(interaction.Id, interaction.User, interaction.Channel, form.Json.GetProperty("data").Clone(), source);
    }

    private void Complete(SimulatedInteraction interaction, InteractionAnswer answer) =>
        Complete(interaction, new InteractionOutcome { Answer = answer });

    private void Complete(SimulatedInteraction interaction, InteractionOutcome outcome) => interactions.Complete(interaction, outcome);

    private JsonObject Response(SimulatedInteraction interaction, InteractionCallbackType type)
    {
        var about = new JsonObject { ["id"] = interaction.Id.ToString(), ["type"] = (int)interaction.Type };
        var response = new JsonObject { ["interaction"] = about };
        if (interaction.Original is { } original)
        {
            about["response_message_id"] = original.Id.ToString();
            about["response_message_loading"] = original.Flags.HasFlag(MessageFlags.Loading);
            about["response_message_ephemeral"] = original.VisibleTo is not null;
        }
        // Only what the answer itself made or changed is a resource; the loading message of a deferral is not.
        if (type is InteractionCallbackType.ChannelMessageWithSource or InteractionCallbackType.UpdateMessage)
            response["resource"] = new JsonObject { ["type"] = (int)type, ["message"] = messages.Payload(interaction.Original!) };
        return response;
    }
}
