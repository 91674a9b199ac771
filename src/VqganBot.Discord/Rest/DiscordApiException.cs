using System.Net;

namespace VqganBot.Discord.Rest;

/// <summary>A request did not succeed: Discord refused it, did not answer, or it was held back here.</summary>
public sealed class DiscordApiException(HttpStatusCode status, int code, string route, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <value>0 where no answer came.</value>
    public HttpStatusCode Status { get; } = status;

    /// <value>Discord's own code, see <see cref="DiscordErrorCode"/>; 0 where it sent none.</value>
    public int Code { get; } = code;

    /// <value>The method and the template of the route, without ids and tokens.</value>
    public string Route { get; } = route;

    /// <value>How long Discord wants to be left alone; null where that is not the matter.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <value>The interaction's token is older than 15 minutes or was never good: only the bot's own routes are left.</value>
    public bool IsTokenExpired => Code is DiscordErrorCode.InvalidWebhookToken or DiscordErrorCode.UnknownWebhook;

    /// <value>The interaction was answered too late, or by somebody else's clock.</value>
    public bool IsInteractionGone => Code == DiscordErrorCode.UnknownInteraction;

    public bool IsAlreadyAcknowledged => Code == DiscordErrorCode.AlreadyAcknowledged;

    public bool IsMessageGone => Code == DiscordErrorCode.UnknownMessage;

    public bool IsChannelGone => Code is DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownGuild;

    /// <value>Smaller files would go through.</value>
    public bool IsTooLarge => Status == HttpStatusCode.RequestEntityTooLarge || Code is DiscordErrorCode.RequestTooLarge or DiscordErrorCode.FileTooLarge;

    /// <value>The server's own filters do not want that text or picture.</value>
    public bool IsContentRefused => Code is DiscordErrorCode.ExplicitContent or DiscordErrorCode.BlockedByAutoMod or DiscordErrorCode.BlockedByLinkFilter;

    /// <value>The bot lacks a right there, and asking again changes nothing.</value>
    public bool IsForbidden => Status == HttpStatusCode.Forbidden || Code is DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions;

    /// <value>The bot's own token was refused: nothing works until a person sets a good one.</value>
    public bool IsBotTokenRefused => Status == HttpStatusCode.Unauthorized && !IsTokenExpired;

    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests;

    /// <value>The same request may succeed later.</value>
    public bool IsTransient => Status == 0 || IsRateLimited || (int)Status >= 500;

    /// <value>No connection could be made, so Discord cannot have seen the request.</value>
    internal bool IsConnectFailure { get; init; }
}
