using System.Net.WebSockets;

namespace VqganBot.Simulator.Gateway;

/// <summary>Takes websockets in. Sessions are resumed at an address of their own, so that a client that forgets it is seen to.</summary>
internal static class GatewayEndpoints
{
    public const string Path = "/gateway";
    public const string ResumePath = "/gateway/resume";

    public static void MapGateway(this IEndpointRouteBuilder routes, GatewayHub hub, CancellationToken stopping)
    {
        routes.Map(Path, http => ServeAsync(http, hub, stopping));
        routes.Map(ResumePath, http => ServeAsync(http, hub, stopping));
    }

    private static async Task ServeAsync(HttpContext http, GatewayHub hub, CancellationToken stopping)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }
        IQueryCollection query = http.Request.Query;
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        GatewayCloseCode? refusal = Refuse(query["v"], query["encoding"], query["compress"]);
        if (refusal is { } code)
        {
            await socket.CloseAsync((WebSocketCloseStatus)(int)code, "Invalid API version, encoding or compression.", stopping);
            return;
        }
        using var connection = new GatewayConnection(socket, hub, compresses: query["compress"] == "zlib-stream");
        await hub.ServeAsync(connection, stopping);
    }

    private static GatewayCloseCode? Refuse(string? version, string? encoding, string? compression)
    {
        if (version is not (null or "9" or "10"))
            return GatewayCloseCode.InvalidVersion;
        return encoding is null or "json" && compression is (null or "" or "zlib-stream") ? null : GatewayCloseCode.DecodeError;
    }
}
