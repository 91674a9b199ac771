using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>What Discord says, in the few forms the tests need.</summary>
internal static class Answers
{
    public const string Message = """{"id":"900","channel_id":"7","content":"hi","type":0,"flags":0}""";

    public static Task Json(this HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public static Task Posted(this HttpContext context) => context.Json(200, Message);

    public static HttpContext Limited(this HttpContext context, string bucket, int limit, int remaining, double resetAfter, double window = 1_700_000_000.125)
    {
        var headers = context.Response.Headers;
        headers["X-RateLimit-Bucket"] = bucket;
        headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = resetAfter.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = window.ToString(CultureInfo.InvariantCulture);
        return context;
    }

    public static Task TooMany(this HttpContext context, double retryAfter, string scope = "user")
    {
        var headers = context.Response.Headers;
        headers["X-RateLimit-Scope"] = scope;
        headers["Retry-After"] = Math.Ceiling(retryAfter).ToString(CultureInfo.InvariantCulture);
        if (scope == "global") headers["X-RateLimit-Global"] = "true";
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"message":"You are being rate limited.","retry_after":{{retryAfter}},"global":{{(scope == "global" ? "true" : "false")}}}""");
        return context.Json(429, body);
    }

    public static Task Refused(this HttpContext context, int status, int code, string message = "No") =>
        context.Json(status, $$"""{"message":"{{message}}","code":{{code}}}""");
}
