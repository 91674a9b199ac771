using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.RateLimits;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Rest;

/// <summary>
/// The way of every REST request: recorded, failed by script, identified, counted, carried out under the world's lock, answered.
/// </summary>
internal sealed partial class ApiPipeline(SimulatorOptions options, SimulatedWorld world, SimulatedClock clock, FaultSwitches faults)
{
    public const string Root = "/api/v10";

    private readonly RateLimiter _limiter = new(clock);

    public async Task RunAsync(HttpContext http, RouteKind kind, string bucket, Func<ApiRequest, ApiResult> route)
    {
        try
        {
            byte[] body = await BodyReader.ReadAsync(http.Request, http.RequestAborted);
            Record(http.Request, body);
            if (faults.AnswerDelay > TimeSpan.Zero)
                await Task.Delay(faults.AnswerDelay, clock, http.RequestAborted);
            if (await FailByScriptAsync(http))
                return;
            if (!IsUserAgent().IsMatch(http.Request.Headers.UserAgent.ToString()))
                throw ApiErrors.UserAgent();
            if (kind is RouteKind.Ordinary or RouteKind.ChannelWrite && !IsAuthorized(http.Request))
                throw ApiErrors.Unauthorized();
            if (!await CountAsync(http, kind, bucket))
                return;

            ApiRequest request = await BodyReader.ParseAsync(http.Request, body, http.RequestAborted);
            ApiResult result;
            lock (world.Sync)
                result = route(request);
            if (faults.TakeLostAnswer())
                http.Abort();
            else
                await WriteAsync(http, result.Status, result.Body);
        }
        catch (ApiException refused)
        {
            await WriteAsync(http, refused.Status, refused.Body());
        }
    }

    private void Record(HttpRequest request, byte[] body) =>
        options.Recorded?.Invoke(new RecordedRequest(request.Method, request.Path.Value![Root.Length..], request.QueryString.ToString(), request.ContentType, body));

    private async Task<bool> FailByScriptAsync(HttpContext http)
    {
        if (faults.TakeFailure() is { } status)
        {
            http.Response.StatusCode = (int)status;
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync($"<html><body>{(int)status} {status}</body></html>");
            return true;
        }
        if (faults.TakeRefusal() is not { } refusal)
            return false;
        await RefuseAsync(http, refusal.RetryAfter, refusal.Scope);
        return true;
    }

    private bool IsAuthorized(HttpRequest request) => !faults.TokenIsRevoked && request.Headers.Authorization == $"Bot {options.Token}";

    /// <returns>False where the request was refused as one too many.</returns>
    private async Task<bool> CountAsync(HttpContext http, RouteKind kind, string bucket)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(bucket)))[..32];
        RateLimit limit = kind switch
        {
            RouteKind.Interaction => options.RateLimits.Webhook,
            RouteKind.ChannelWrite => options.RateLimits.ChannelWrite,
            _ => options.RateLimits.Other,
        };
        RateLimitTicket ticket = _limiter.Take($"{hash}:{Resource(http.Request)}", limit);
        IHeaderDictionary headers = http.Response.Headers;
        headers["X-RateLimit-Limit"] = ticket.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = ticket.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = Seconds(ticket.Resets - DateTimeOffset.UnixEpoch);
        headers["X-RateLimit-Reset-After"] = Seconds(ticket.ResetsAfter);
        headers["X-RateLimit-Bucket"] = hash;
        if (!ticket.IsAllowed)
        {
            await RefuseAsync(http, ticket.ResetsAfter, RateLimitScope.User);
            return false;
        }
        // The global limit binds the bot, not what goes by an interaction's token.
        if (kind is RouteKind.Ordinary or RouteKind.ChannelWrite && _limiter.Take("global", options.RateLimits.Global) is { IsAllowed: false } global)
        {
            await RefuseAsync(http, global.ResetsAfter, RateLimitScope.Global);
            return false;
        }
        return true;
    }

    /// <summary>What besides the route tells buckets apart: the channel, the guild, or the webhook with its token.</summary>
    private static string Resource(HttpRequest request)
    {
        RouteValueDictionary values = request.RouteValues;
        object? resource = values.GetValueOrDefault("token") ?? values.GetValueOrDefault("channel") ?? values.GetValueOrDefault("guild");
        return resource as string ?? "";
    }

    private static async Task RefuseAsync(HttpContext http, TimeSpan retryAfter, RateLimitScope scope)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (scope == RateLimitScope.Proxy)
        {
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<html><body>error code: 1015</body></html>");
            return;
        }
        if (scope == RateLimitScope.Global)
            http.Response.Headers["X-RateLimit-Global"] = "true";
        http.Response.Headers["X-RateLimit-Scope"] = scope.ToString().ToLowerInvariant();
        await WriteAsync(http, StatusCodes.Status429TooManyRequests, new JsonObject
        {
            ["message"] = scope == RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = Math.Round(retryAfter.TotalSeconds, 3),
            ["global"] = scope == RateLimitScope.Global,
            ["code"] = 0,
        });
    }

    private static async Task WriteAsync(HttpContext http, int status, JsonNode? body)
    {
        http.Response.StatusCode = status;
        if (body is null)
            return;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^DiscordBot \([^,\s]+, [^)]+\)")]
    private static partial Regex IsUserAgent();
}
