using System.Text.Json;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Rest;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World.Interactions;

/// <summary>An interaction's token used as a webhook: follow-ups, and edits of what was answered. Used only under the world's lock.</summary>
internal sealed class InteractionWebhook(InteractionStore interactions, MessageStore messages, ReplyFactory replies)
{
    public const string Original = "@original";

    public SimulatedMessage Get(string token, string message) => Require(interactions.RequireAnswered(token), message);

    public SimulatedMessage Followup(string token, JsonElement body, IReadOnlyList<UploadedPart> files)
    {
        SimulatedInteraction interaction = interactions.RequireAnswered(token);
        MessageDraft draft = MessageRules.Read(body, files);
        // Discord still takes a follow-up to a deferral for its answer, as bots of old expect.
        if (interaction.Original is not { } original || !original.Flags.HasFlag(MessageFlags.Loading) || messages.Find(original.Id) is null)
            return replies.Create(interaction, draft, isLoading: false, isFollowup: true);
        messages.Edit(original, draft);
        return original;
    }

    public SimulatedMessage Edit(string token, string message, JsonElement body, IReadOnlyList<UploadedPart> files)
    {
        SimulatedMessage edited = Get(token, message);
        messages.Edit(edited, MessageRules.Read(body, files, edited.Flags.HasFlag(MessageFlags.IsComponentsV2)));
        return edited;
    }

    public void Delete(string token, string message) => messages.Delete(Get(token, message));

    private SimulatedMessage Require(SimulatedInteraction interaction, string message)
    {
        Snowflake id = default;
        bool isOriginal = message == Original;
        if (!isOriginal && !Snowflake.TryParse(message, out id))
            throw ApiErrors.UnknownMessage();
        Snowflake? wanted = isOriginal ? interaction.Original?.Id : interaction.Messages.Contains(id) ? id : null;
        return wanted is { } known && messages.Find(known) is { } found ? found : throw ApiErrors.UnknownMessage();
    }
}
