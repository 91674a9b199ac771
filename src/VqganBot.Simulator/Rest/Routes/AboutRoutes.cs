using System.Text.Json.Nodes;
using VqganBot.Simulator.Gateway;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Rest.Routes;

/// <summary>Who the bot is, who others are, and where the gateway is.</summary>
internal static class AboutRoutes
{
    public static void Map(ApiRoutes routes, SimulatedWorld world, GatewayHub gateway, Func<Uri> gatewayAddress)
    {
        routes.Get("/gateway", _ => ApiResult.Ok(new JsonObject { ["url"] = gatewayAddress().AbsoluteUri }), RouteKind.Open);
        routes.Get("/gateway/bot", _ => ApiResult.Ok(new JsonObject
        {
            ["url"] = gatewayAddress().AbsoluteUri,
            ["shards"] = 1,
            ["session_start_limit"] = gateway.StartLimit(),
        }));
        routes.Get("/applications/@me", _ => ApiResult.Ok(ApplicationPayload.Of(world.Bot, world.Ada)));
        routes.Get("/oauth2/applications/@me", _ => ApiResult.Ok(ApplicationPayload.Of(world.Bot, world.Ada)));
        routes.Get("/users/@me", _ => ApiResult.Ok(UserPayload.Own(world.Bot)));
        routes.Get("/users/@me/guilds", _ => ApiResult.List([new JsonObject
        {
            ["id"] = world.GuildId.ToString(),
            ["name"] = world.GuildName,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = false,
            ["permissions"] = GuildPayload.Bits(world.PermissionsOf(world.Bot, world.Paintings)),
            ["features"] = new JsonArray(),
        }]));
        routes.Get("/users/{user}", request => ApiResult.Ok(UserPayload.Of(User(world, request) ?? throw ApiErrors.UnknownUser())));
        routes.Get("/guilds/{guild}", request => ApiResult.Ok(GuildPayload.Of(Guild(world, request).Guild)));
        routes.Get("/guilds/{guild}/roles", request => ApiResult.List(Guild(world, request).Roles.Select(GuildPayload.Role)));
        routes.Get("/guilds/{guild}/channels", request => ApiResult.List(
            Guild(world, request).Channels.Where(channel => !channel.IsDirect).Select(channel => GuildPayload.Channel(channel, world.Guild))));
        routes.Get("/guilds/{guild}/members", request => ApiResult.List(Guild(world, request).Users.Select(user => UserPayload.Member(user, world.Guild))));
        routes.Get("/guilds/{guild}/members/{user}", request =>
            ApiResult.Ok(UserPayload.Member(User(Guild(world, request), request) ?? throw ApiErrors.UnknownMember(), world.Guild)));
    }

    private static SimulatedUser? User(SimulatedWorld world, ApiRequest request) => request.Text("user") == "@me" ? world.Bot : world.FindUser(request.Id("user"));

    private static SimulatedWorld Guild(SimulatedWorld world, ApiRequest request) =>
        request.Id("guild") == world.GuildId ? world : throw ApiErrors.UnknownGuild();
}
