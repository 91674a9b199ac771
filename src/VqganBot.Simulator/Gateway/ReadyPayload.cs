using System.Text.Json.Nodes;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Gateway;

/// <summary>https://docs.discord.com/developers/events/gateway-events#ready</summary>
internal static class ReadyPayload
{
    public static JsonObject Of(SimulatedWorld world, string session, Uri resumeAddress) => new()
    {
        ["v"] = 10,
        ["user_settings"] = new JsonObject(),
        ["user"] = UserPayload.Own(world.Bot),
        ["session_type"] = "normal",
        ["session_id"] = session,
        ["resume_gateway_url"] = resumeAddress.AbsoluteUri,
        ["relationships"] = new JsonArray(),
        ["private_channels"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["guilds"] = new JsonArray(new JsonObject { ["id"] = world.GuildId.ToString(), ["unavailable"] = true }),
        ["guild_join_requests"] = new JsonArray(),
        ["geo_ordered_rtc_regions"] = new JsonArray(),
        ["auth"] = new JsonObject(),
        ["application"] = new JsonObject { ["id"] = world.Bot.Id.ToString(), ["flags"] = 0 },
        ["_trace"] = new JsonArray(),
    };
}
