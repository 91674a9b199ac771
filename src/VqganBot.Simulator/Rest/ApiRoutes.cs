using VqganBot.Simulator.Rest.Routes;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Rest;

/// <summary>All routes of the REST API. What is not here is a 404, as on Discord.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder endpoints, ApiPipeline pipeline)
{
    public static void Map(IEndpointRouteBuilder endpoints, ApiPipeline pipeline, SimulatedWorld world, Gateway.GatewayHub gateway, Func<Uri> gatewayAddress)
    {
        var routes = new ApiRoutes(endpoints, pipeline);
        AboutRoutes.Map(routes, world, gateway, gatewayAddress);
        CommandRoutes.Map(routes, world);
        ChannelRoutes.Map(routes, world);
        MessageRoutes.Map(routes, world);
        InteractionRoutes.Map(routes, world);
        endpoints.Map(ApiPipeline.Root + "/{**rest}", http => pipeline.RunAsync(http, RouteKind.Open, "unknown", _ => throw ApiErrors.NotFound()));
        endpoints.Map("/api/{**rest}", http => pipeline.RunAsync(http, RouteKind.Open, "version", _ => throw ApiErrors.InvalidApiVersion()));
    }

    public void Get(string template, Func<ApiRequest, ApiResult> route, RouteKind kind = RouteKind.Ordinary) => Map("GET", template, kind, route);

    public void Post(string template, Func<ApiRequest, ApiResult> route, RouteKind kind = RouteKind.Ordinary) => Map("POST", template, kind, route);

    public void Patch(string template, Func<ApiRequest, ApiResult> route, RouteKind kind = RouteKind.Ordinary) => Map("PATCH", template, kind, route);

    public void Put(string template, Func<ApiRequest, ApiResult> route, RouteKind kind = RouteKind.Ordinary) => Map("PUT", template, kind, route);

    public void Delete(string template, Func<ApiRequest, ApiResult> route, RouteKind kind = RouteKind.Ordinary) => Map("DELETE", template, kind, route);

    private void Map(string method, string template, RouteKind kind, Func<ApiRequest, ApiResult> route) =>
        endpoints.MapMethods(ApiPipeline.Root + template, [method], http => pipeline.RunAsync(http, kind, $"{method} {template}", route));
}
