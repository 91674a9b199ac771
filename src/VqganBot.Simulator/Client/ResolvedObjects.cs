using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Files;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Client;

/// <summary>Gathers the objects that options name by id: the interaction's <c>resolved</c>.</summary>
internal sealed class ResolvedObjects(SimulatedWorld world)
{
    private readonly JsonObject _json = [];

    /// <value>Null where nothing was resolved.</value>
    public JsonObject? Json => _json.Count > 0 ? _json : null;

    /// <summary>Adds whom an option names; false if there is no such one.</summary>
    public bool Add(ApplicationCommandOptionType type, Snowflake id, SimulatedUser asker) => type switch
    {
        ApplicationCommandOptionType.User => AddUser(id),
        ApplicationCommandOptionType.Role => AddRole(id),
        ApplicationCommandOptionType.Mentionable => AddUser(id) || AddRole(id),
        ApplicationCommandOptionType.Channel => AddChannel(id, asker),
        _ => true,
    };

    public void Add(SimulatedMessage message) => Put("messages", message.Id, world.Messages.Payload(message));

    /// <summary>Uploads a file; gives the id that is the option's value.</summary>
    public Snowflake Add(UploadedFile file)
    {
        SimulatedAttachment attachment = world.Messages.Attachments.Make(
            world.Bot.Id, file.Filename, file.ContentType, file.Bytes, file.AnnouncedSize ?? file.Bytes.Length, null, isEphemeral: true);
        Put("attachments", attachment.Id, world.Files.Payload(attachment));
        return attachment.Id;
    }

    private bool AddUser(Snowflake id)
    {
        if (world.FindUser(id) is not { } user)
            return false;
        Put("users", id, UserPayload.Of(user));
        JsonObject member = UserPayload.Member(user, world.Guild, withUser: false);
        member["permissions"] = GuildPayload.Bits(world.PermissionsOf(user, world.Paintings));
        Put("members", id, member);
        return true;
    }

    private bool AddRole(Snowflake id)
    {
        if (world.Roles.FirstOrDefault(role => role.Id == id) is not { } role)
            return false;
        Put("roles", id, GuildPayload.Role(role));
        return true;
    }

    private bool AddChannel(Snowflake id, SimulatedUser asker)
    {
        if (world.FindChannel(id) is not { } channel)
            return false;
        JsonObject json = GuildPayload.Channel(channel, world.Guild);
        json["permissions"] = GuildPayload.Bits(world.PermissionsOf(asker, channel));
        Put("channels", id, json);
        return true;
    }

    private void Put(string kind, Snowflake id, JsonObject value)
    {
        if (_json[kind] is not JsonObject all)
            _json[kind] = all = [];
        all[id.ToString()] = value;
    }
}
