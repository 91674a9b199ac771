using System.Text.Json.Nodes;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Guilds;

namespace VqganBot.Simulator.Payloads;

/// <summary>
/// Users and members as Discord writes them. Payloads are written by hand, not with the wire types the bot reads them with:
/// a name that is wrong in one place must not be wrong in both.
/// </summary>
internal static class UserPayload
{
    public static JsonObject Of(SimulatedUser user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id.ToString(),
            ["username"] = user.Username,
            ["discriminator"] = user.IsBot ? "0001" : "0",
            ["global_name"] = user.IsBot ? null : user.DisplayName,
            ["avatar"] = null,
            ["avatar_decoration_data"] = null,
            ["clan"] = null,
            ["primary_guild"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
        };
        // Discord leaves the field out where it is false.
        if (user.IsBot)
            json["bot"] = true;
        return json;
    }

    /// <summary>The account of whoever asks.</summary>
    public static JsonObject Own(SimulatedUser user)
    {
        JsonObject json = Of(user);
        json["verified"] = true;
        json["mfa_enabled"] = true;
        json["email"] = null;
        json["locale"] = user.Locale;
        return json;
    }

    public static JsonObject Member(SimulatedUser user, SimulatedGuild guild, bool withUser = true)
    {
        var json = new JsonObject
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray([.. user.Roles.Select(role => (JsonNode)role.ToString())]),
            ["joined_at"] = Time.Of(guild.CreatedAt),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
            ["unusual_dm_activity_until"] = null,
        };
        if (withUser)
            json["user"] = Of(user);
        return json;
    }
}
