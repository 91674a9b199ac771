using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Validation.Messages;
using VqganBot.Simulator.World.Guilds;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.World.Interactions;

/// <summary>Makes the messages that answer an interaction. Used only under the world's lock.</summary>
internal sealed class ReplyFactory(SimulatedGuild guild, MessageStore messages, SnowflakeSource ids, TimeProvider clock)
{
    public SimulatedMessage Create(SimulatedInteraction interaction, MessageDraft draft, bool isLoading, bool isFollowup = false)
    {
        bool isEphemeral = draft.Flags?.HasFlag(MessageFlags.Ephemeral) ?? false;
        MessageFlags flags = (isEphemeral ? MessageFlags.Ephemeral : MessageFlags.None) | (isLoading ? MessageFlags.Loading : MessageFlags.None);
        var frame = new SimulatedMessage
        {
            Id = ids.Next(),
            Channel = interaction.Channel,
            Author = guild.Bot,
            CreatedAt = clock.GetUtcNow(),
            Type = isFollowup ? SimulatedMessage.Reply : interaction.ReplyType,
            ReplyTo = isFollowup ? interaction.Original?.Id : interaction.Type == InteractionType.MessageComponent ? interaction.Source?.Id : null,
            VisibleTo = isEphemeral ? interaction.User.Id : null,
            Interaction = Metadata(interaction, isFollowup),
            Flags = flags,
        };
        messages.Create(frame, draft);
        interaction.Messages.Add(frame.Id);
        return frame;
    }

    private static JsonObject Metadata(SimulatedInteraction interaction, bool isFollowup)
    {
        var metadata = (JsonObject)interaction.Metadata.DeepClone();
        if (isFollowup && interaction.Original is { } original)
            metadata["original_response_message_id"] = original.Id.ToString();
        return metadata;
    }
}
