using System.Text.Json.Nodes;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Rest.Routes;

/// <summary>Answers to interactions and what follows them; the token is in the path and no other is asked for.</summary>
internal static class InteractionRoutes
{
    private const string Webhook = "/webhooks/{application}/{token}";
    private const string Message = Webhook + "/messages/{message}";

    public static void Map(ApiRoutes routes, SimulatedWorld world)
    {
        routes.Post("/interactions/{interaction}/{token}/callback", request =>
        {
            JsonObject response = world.Answers.Answer(request.Id("interaction"), request.Text("token"), request.Body, request.Files);
            return request.Flag("with_response") ? ApiResult.Ok(response) : ApiResult.NoContent;
        }, RouteKind.Interaction);
        routes.Post(Webhook, request => Reply(world, world.Webhook.Followup(Token(world, request), request.Body, request.Files)), RouteKind.Interaction);
        routes.Get(Message, request => Reply(world, world.Webhook.Get(Token(world, request), request.Text("message"))), RouteKind.Interaction);
        routes.Patch(Message, request => Reply(world, world.Webhook.Edit(Token(world, request), request.Text("message"), request.Body, request.Files)), RouteKind.Interaction);
        routes.Delete(Message, request =>
        {
            world.Webhook.Delete(Token(world, request), request.Text("message"));
            return ApiResult.NoContent;
        }, RouteKind.Interaction);
    }

    private static ApiResult Reply(SimulatedWorld world, SimulatedMessage message) => ApiResult.Ok(world.Messages.Payload(message));

    private static string Token(SimulatedWorld world, ApiRequest request) =>
        request.Id("application") == world.Bot.Id ? request.Text("token") : throw ApiErrors.UnknownWebhook();
}
