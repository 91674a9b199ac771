using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.Gateway;
using VqganBot.Simulator.Playground.Page;
using VqganBot.Simulator.Playground.Sessions;
using VqganBot.Simulator.Playground.Traffic;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Playground;

/// <summary>The page, its socket and its uploads.</summary>
internal static class PlaygroundApp
{
    /// <summary>Before every route: what browsers may do with what is served, and the count of the bot's requests.</summary>
    public static TrafficLog UsePlayground(this WebApplication app)
    {
        var traffic = new TrafficLog();
        app.Use(ResponseHeaders.SetAsync);
        app.Use(traffic.CountAsync);
        return traffic;
    }

    public static void MapPlayground(this WebApplication app, SimulatedWorld world, SimulatedClock clock, FaultSwitches faults, GatewayHub gateway, TrafficLog traffic)
    {
        var uploads = new UploadStore();
        var developer = new DeveloperActions(world, clock, faults, gateway, traffic);
        ILogger<PlaygroundSession> log = app.Services.GetRequiredService<ILogger<PlaygroundSession>>();

        RouteGroupBuilder page = app.MapGroup("").AddEndpointFilter(OwnPageFilter.CheckAsync);
        page.MapPage();
        page.MapPost("/playground/uploads", uploads.ReceiveAsync);
        page.MapGet("/playground/socket", async (HttpContext http) =>
        {
            if (!http.WebSockets.IsWebSocketRequest)
            {
                http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
                return;
            }
            using System.Net.WebSockets.WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
            using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, app.Lifetime.ApplicationStopping);
            await using var session = new PlaygroundSession(socket, world, clock, uploads, developer, log);
            await session.RunAsync(ending.Token);
        });
    }
}
