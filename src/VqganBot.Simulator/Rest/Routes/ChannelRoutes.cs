using VqganBot.Discord.Wire;
using VqganBot.Simulator.Payloads;
using VqganBot.Simulator.Validation;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Rest.Routes;

/// <summary>Channels, and what must hold before anything is done in one.</summary>
internal static class ChannelRoutes
{
    public static void Map(ApiRoutes routes, SimulatedWorld world)
    {
        routes.Get("/channels/{channel}", request => ApiResult.Ok(GuildPayload.Channel(Require(world, request), world.Guild)));
        routes.Post("/channels/{channel}/typing", request =>
        {
            Require(world, request, Permissions.SendMessages);
            return ApiResult.NoContent;
        });
        routes.Post("/users/@me/channels", request =>
        {
            var errors = new FormErrors();
            Snowflake? recipient = new Form(request.Body, errors).Id("recipient_id", required: true);
            errors.ThrowIfAny();
            SimulatedUser user = world.FindUser(recipient!.Value) is { IsBot: false } found ? found : throw ApiErrors.UnknownUser();
            return ApiResult.Ok(GuildPayload.Channel(world.DirectMessages(user), world.Guild));
        });
    }

    /// <summary>The channel of a request, if the bot sees it and may do what it is about to.</summary>
    public static SimulatedChannel Require(SimulatedWorld world, ApiRequest request, Permissions needed = Permissions.None)
    {
        SimulatedChannel channel = world.FindChannel(request.Id("channel")) ?? throw ApiErrors.UnknownChannel();
        Permissions permissions = world.PermissionsOf(world.Bot, channel);
        if (!permissions.HasFlag(Permissions.ViewChannel))
            throw ApiErrors.MissingAccess();
        return permissions.HasFlag(needed) ? channel : throw ApiErrors.MissingPermissions();
    }
}
