using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>A 429: whose limit it was and for how long.</summary>
/// <param name="IsBlock">It came with neither Discord's JSON nor its headers, so from the wall in front of Discord, which bans addresses.</param>
internal sealed record RateLimitRefusal(TimeSpan RetryAfter, bool IsGlobal, bool IsShared, bool IsBlock)
{
    private static readonly TimeSpan BlockedFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UnlessSaid = TimeSpan.FromSeconds(5);

    public string Scope => IsBlock ? "blocked" : IsGlobal ? "global" : IsShared ? "shared" : "user";

    /// <param name="isEmpty">The answer has no body at all, while that wall shows a page.</param>
    public static RateLimitRefusal Of(RateLimitHeaders headers, RateLimitBody? body, bool isEmpty)
    {
        if (body is null && !isEmpty && headers is { Bucket: null, Scope: null, IsGlobal: false })
            return new RateLimitRefusal(headers.RetryAfter > BlockedFor ? headers.RetryAfter.Value : BlockedFor, IsGlobal: false, IsShared: false, IsBlock: true);

        TimeSpan wait = RateLimitHeaders.Span(body?.RetryAfter) ?? headers.RetryAfter ?? headers.ResetAfter ?? UnlessSaid;
        return new RateLimitRefusal(wait, body is { Global: true } || headers.IsGlobal || headers.Scope == "global", headers.Scope == "shared", IsBlock: false);
    }
}
