using System.Net;

namespace VqganBot.Discord.Rest;

/// <summary>Discord refused a request.</summary>
public sealed class DiscordApiException(HttpStatusCode status, int code, string route, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public HttpStatusCode Status { get; } = status;

    /// <value>Discord's own code, see <see cref="DiscordErrorCode"/>; 0 where it sent none.</value>
    public int Code { get; } = code;

    /// <value>The method and the template of the route, without ids and tokens.</value>
    public string Route { get; } = route;
}
