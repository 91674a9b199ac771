using System.Globalization;
using System.Net.Http.Headers;

namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>What an answer tells about limits: https://docs.discord.com/developers/topics/rate-limits</summary>
/// <param name="Window">The end of the window by Discord's clock: only good to tell windows apart.</param>
internal sealed record RateLimitHeaders(string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, double? Window, TimeSpan? RetryAfter, bool IsGlobal, string? Scope)
{
    public static RateLimitHeaders Read(HttpResponseHeaders headers) => new(
        Text(headers, "X-RateLimit-Bucket"),
        Whole(headers, "X-RateLimit-Limit"),
        Whole(headers, "X-RateLimit-Remaining"),
        Seconds(headers, "X-RateLimit-Reset-After"),
        Number(headers, "X-RateLimit-Reset"),
        Seconds(headers, "Retry-After"),
        string.Equals(Text(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase),
        Text(headers, "X-RateLimit-Scope"));

    /// <summary>A span of so many seconds, or null where the number makes no sense.</summary>
    public static TimeSpan? Span(double? seconds) => seconds is >= 0 and < 1e7 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) && values.FirstOrDefault() is { Length: > 0 } value ? value : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static int? Whole(HttpResponseHeaders headers, string name) => Number(headers, name) is >= 0 and <= int.MaxValue and double value ? (int)value : null;

    private static TimeSpan? Seconds(HttpResponseHeaders headers, string name) => Span(Number(headers, name));
}
