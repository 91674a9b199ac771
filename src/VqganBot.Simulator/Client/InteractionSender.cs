using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Interactions;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Client;

/// <summary>
/// Makes an interaction of what a user did and sends it to the bot:
/// https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object. Used only under the world's lock.
/// </summary>
internal sealed class InteractionSender(SimulatedWorld world)
{
    private const long AttachmentSizeLimit = 10 << 20;

    public Task<InteractionOutcome> Send(
        SimulatedUser user,
        SimulatedChannel channel,
        InteractionType type,
        string name,
        JsonObject data,
        int replyType = SimulatedMessage.Plain,
        SimulatedMessage? source = null,
        Snowflake? target = null)
    {
        // Roles may have changed since the caller looked the user up; the language is that of the client the caller is.
        SimulatedUser now = (world.FindUser(user.Id) ?? user) with { Locale = user.Locale };
        Snowflake id = world.Ids.Next();
        string token = Convert.ToBase64String(Encoding.ASCII.GetBytes($"interaction:{id}:{RandomNumberGenerator.GetHexString(64)}")).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        var interaction = new SimulatedInteraction
        {
            Id = id,
            Token = token,
            Type = type,
            User = now,
            Channel = channel,
            Name = name,
            CreatedAt = world.Clock.GetUtcNow(),
            Timestamp = world.Clock.Basis.GetTimestamp(),
            ReplyType = replyType,
            Source = source,
            Target = target,
            Metadata = Metadata(id, now, channel, type, name, source, target),
        };
        return world.Interactions.Start(interaction, Payload(interaction, data));
    }

    private JsonObject Payload(SimulatedInteraction interaction, JsonObject data)
    {
        SimulatedUser user = interaction.User;
        SimulatedChannel channel = interaction.Channel;
        JsonObject place = GuildPayload.Channel(channel, world.Guild);
        place["permissions"] = GuildPayload.Bits(world.PermissionsOf(user, channel));
        var json = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["application_id"] = world.Bot.Id.ToString(),
            ["type"] = (int)interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["channel_id"] = channel.Id.ToString(),
            ["channel"] = place,
            ["app_permissions"] = GuildPayload.Bits(world.PermissionsOf(world.Bot, channel)),
            ["locale"] = user.Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(channel),
            ["context"] = channel.IsDirect ? 1 : 0,
            ["attachment_size_limit"] = AttachmentSizeLimit,
            ["data"] = data,
        };
        if (interaction.Source is { } source)
            json["message"] = world.Messages.Payload(source);
        if (channel.IsDirect)
        {
            json["user"] = UserPayload.Of(user);
            return json;
        }
        JsonObject member = UserPayload.Member(user, world.Guild);
        member["permissions"] = GuildPayload.Bits(world.PermissionsOf(user, channel));
        json["member"] = member;
        json["guild_id"] = world.GuildId.ToString();
        json["guild"] = new JsonObject { ["id"] = world.GuildId.ToString(), ["locale"] = "en-US", ["features"] = new JsonArray() };
        json["guild_locale"] = "en-US";
        return json;
    }

    private JsonObject Metadata(Snowflake id, SimulatedUser user, SimulatedChannel channel, InteractionType type, string name, SimulatedMessage? source, Snowflake? target)
    {
        var metadata = new JsonObject
        {
            ["id"] = id.ToString(),
            ["type"] = (int)type,
            ["user"] = UserPayload.Of(user),
            ["authorizing_integration_owners"] = Owners(channel),
        };
        if (type == InteractionType.ApplicationCommand)
            metadata["name"] = name;
        if (target is { } menu)
            metadata["target_message_id"] = menu.ToString();
        if (type == InteractionType.MessageComponent && source is not null)
            metadata["interacted_message_id"] = source.Id.ToString();
        if (type == InteractionType.ModalSubmit)
            metadata["triggering_interaction_metadata"] = source?.Interaction?.DeepClone();
        return metadata;
    }

    private JsonObject Owners(SimulatedChannel channel) => new() { ["0"] = channel.IsDirect ? "0" : world.GuildId.ToString() };
}
