using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Files;
using VqganBot.Simulator.World.Guilds;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Payloads;

/// <summary>Messages as Discord writes them, with fresh addresses of their files.</summary>
internal static class MessagePayload
{
    private const string AttachmentScheme = "attachment://";

    public static JsonObject Of(SimulatedMessage message, SimulatedGuild guild, FileStore files, SimulatedMessage? replied = null)
    {
        JsonArray embeds = (JsonArray)message.Embeds.DeepClone();
        HashSet<Snowflake> embedded = Embed(embeds, message, files);
        var json = new JsonObject
        {
            ["id"] = message.Id.ToString(),
            ["type"] = message.Type,
            ["channel_id"] = message.Channel.Id.ToString(),
            ["author"] = UserPayload.Of(message.Author),
            ["content"] = message.Content,
            ["timestamp"] = Time.Of(message.CreatedAt),
            ["edited_timestamp"] = message.EditedAt is { } edited ? Time.Of(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = message.Mentions.Everyone,
            ["mentions"] = new JsonArray([.. guild.Users.Where(user => message.Mentions.Users.Contains(user.Id)).Select(UserPayload.Of)]),
            ["mention_roles"] = new JsonArray([.. message.Mentions.Roles.Select(role => (JsonNode)role.ToString())]),
            ["attachments"] = new JsonArray([.. message.Attachments.Where(file => !embedded.Contains(file.Id)).Select(files.Payload)]),
            ["embeds"] = embeds,
            ["components"] = message.Components.DeepClone(),
            ["pinned"] = false,
            ["flags"] = (int)message.Flags,
        };
        if (message.Nonce is not null)
            json["nonce"] = message.Nonce;
        if (message.Interaction is not null)
        {
            json["application_id"] = message.Author.Id.ToString();
            json["webhook_id"] = message.Author.Id.ToString();
            json["interaction_metadata"] = message.Interaction.DeepClone();
        }
        if (message.ReplyTo is { } reply)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = reply.ToString(), ["channel_id"] = message.Channel.Id.ToString() };
            json["referenced_message"] = replied is null ? null : Of(replied, guild, files);
        }
        return json;
    }

    /// <summary>Puts the address of a file where an embed names it; the file is then shown there only.</summary>
    private static HashSet<Snowflake> Embed(JsonArray embeds, SimulatedMessage message, FileStore files)
    {
        HashSet<Snowflake> embedded = [];
        foreach (JsonObject embed in embeds.OfType<JsonObject>())
        {
            embed["type"] = "rich";
            foreach (string place in new[] { "image", "thumbnail" })
            {
                if (embed[place] is not JsonObject picture || (string?)picture["url"] is not { } url || !url.StartsWith(AttachmentScheme, StringComparison.Ordinal))
                    continue;
                SimulatedAttachment? file = message.Attachments.FirstOrDefault(file => file.Filename == url[AttachmentScheme.Length..]);
                if (file is null)
                    continue;
                picture["url"] = files.Address(file);
                embedded.Add(file.Id);
            }
        }
        return embedded;
    }
}
