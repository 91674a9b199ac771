using System.Net;

namespace VqganBot.Simulator.Playground.Page;

/// <summary>
/// Lets in only who was asked for by a loopback name (else a foreign name could be made to point here) and, where something is done,
/// only pages that came from here: any site open in the same browser can reach this machine's ports.
/// </summary>
internal static class OwnPageFilter
{
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpRequest request = context.HttpContext.Request;
        if (!IsLoopback(request.Host.Host))
            return Refuse($"The playground answers to localhost and 127.0.0.1; it was asked for as '{request.Host}'.");
        bool acts = HttpMethods.IsPost(request.Method) || context.HttpContext.WebSockets.IsWebSocketRequest;
        string own = $"{request.Scheme}://{request.Host}";
        if (acts && !string.Equals(request.Headers.Origin, own, StringComparison.OrdinalIgnoreCase))
            return Refuse($"Only the page at {own} may use the playground.");
        return next(context);
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static ValueTask<object?> Refuse(string reason) => ValueTask.FromResult<object?>(Results.Text(reason, statusCode: StatusCodes.Status403Forbidden));
}
