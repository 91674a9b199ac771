using System.Globalization;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Guilds;

namespace VqganBot.Simulator.Payloads;

/// <summary>The guild, its roles and its channels as Discord writes them.</summary>
internal static class GuildPayload
{
    public static JsonObject Role(SimulatedRole role) => new()
    {
        ["id"] = role.Id.ToString(),
        ["name"] = role.Name,
        ["description"] = null,
        ["permissions"] = Bits(role.Permissions),
        ["position"] = role.Position,
        ["color"] = role.Color,
        ["colors"] = new JsonObject { ["primary_color"] = role.Color, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = role.Position > 0,
        ["managed"] = false,
        ["mentionable"] = role.Position > 0,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };

    public static JsonObject Channel(SimulatedChannel channel, SimulatedGuild guild)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id.ToString(),
            ["type"] = (int)channel.Type,
            ["last_message_id"] = null,
            ["flags"] = 0,
        };
        if (channel.Recipient is { } recipient)
        {
            json["recipients"] = new JsonArray([.. guild.Users.Where(user => user.Id == recipient).Select(UserPayload.Of)]);
            return json;
        }
        json["guild_id"] = guild.Id.ToString();
        json["name"] = channel.Name;
        json["topic"] = null;
        json["position"] = guild.Channels.ToList().IndexOf(channel);
        json["parent_id"] = null;
        json["nsfw"] = channel.IsNsfw;
        json["rate_limit_per_user"] = 0;
        json["permission_overwrites"] = new JsonArray([.. guild.OverwritesIn(channel).Select(Overwrite)]);
        return json;
    }

    /// <summary>As in GUILD_CREATE; the REST answer is the part of it without channels and members.</summary>
    public static JsonObject Created(SimulatedGuild guild)
    {
        JsonObject json = Of(guild);
        json["joined_at"] = Time.Of(guild.CreatedAt);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = guild.Users.Count;
        json["voice_states"] = new JsonArray();
        json["members"] = new JsonArray([.. guild.Users.Select(user => UserPayload.Member(user, guild))]);
        json["channels"] = new JsonArray([.. guild.Channels.Where(channel => !channel.IsDirect).Select(channel => Channel(channel, guild))]);
        json["threads"] = new JsonArray();
        json["presences"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }

    public static JsonObject Of(SimulatedGuild guild) => new()
    {
        ["id"] = guild.Id.ToString(),
        ["name"] = SimulatedGuild.Name,
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["home_header"] = null,
        ["description"] = null,
        ["owner_id"] = guild.Owner.Id.ToString(),
        ["region"] = "us-east",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["verification_level"] = 1,
        ["default_message_notifications"] = 1,
        ["explicit_content_filter"] = 0,
        ["roles"] = new JsonArray([.. guild.Roles.Select(Role)]),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["mfa_level"] = 0,
        ["application_id"] = null,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = "en-US",
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["incidents_data"] = null,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
    };

    public static string Bits(Permissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Overwrite(PermissionOverwrite overwrite) => new()
    {
        ["id"] = overwrite.Target.ToString(),
        ["type"] = overwrite.IsRole ? 0 : 1,
        ["allow"] = Bits(overwrite.Allow),
        ["deny"] = Bits(overwrite.Deny),
    };
}
