using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Commands;

namespace VqganBot.Simulator.Rest.Routes;

/// <summary>The commands of the application: https://docs.discord.com/developers/interactions/application-commands#endpoints</summary>
internal static class CommandRoutes
{
    public static void Map(ApiRoutes routes, SimulatedWorld world)
    {
        foreach (string root in new[] { "/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands" })
        {
            bool isGuild = root.Contains("{guild}", StringComparison.Ordinal);
            routes.Get(root, request => ApiResult.List(
                world.Commands.In(Scope(request)).Select(command => request.Flag("with_localizations") ? command : WithoutLocalizations(command))));
            routes.Put(root, request => ApiResult.List(world.Commands.Put(Scope(request), request.Body)));
            routes.Post(root, request =>
            {
                (JsonObject command, bool isNew) = world.Commands.Create(Scope(request), request.Body);
                return new ApiResult(isNew ? 201 : 200, command.DeepClone());
            });
            routes.Get(root + "/{command}", request => ApiResult.Ok(world.Commands.Find(Scope(request), request.Id("command")).DeepClone()));
            routes.Patch(root + "/{command}", request => ApiResult.Ok(world.Commands.Edit(Scope(request), request.Id("command"), request.Body).DeepClone()));
            routes.Delete(root + "/{command}", request =>
            {
                world.Commands.Delete(Scope(request), request.Id("command"));
                return ApiResult.NoContent;
            });

            Snowflake Scope(ApiRequest request)
            {
                if (request.Id("application") != world.Bot.Id)
                    throw ApiErrors.OnlyOwnApplication();
                if (!isGuild)
                    return CommandStore.Global;
                return request.Id("guild") == world.GuildId ? world.GuildId : throw ApiErrors.MissingAccess();
            }
        }
    }

    /// <summary>A list comes without other languages unless it is asked for with them.</summary>
    private static JsonObject WithoutLocalizations(JsonObject command)
    {
        var bare = (JsonObject)command.DeepClone();
        Strip(bare);
        return bare;

        static void Strip(JsonObject level)
        {
            level.Remove("name_localizations");
            level.Remove("description_localizations");
            foreach (string list in new[] { "options", "choices" })
            {
                foreach (JsonObject child in (level[list] as JsonArray ?? []).OfType<JsonObject>())
                    Strip(child);
            }
        }
    }
}
