using VqganBot.Discord.Rest.Sending;

namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>A place in a bucket for one request, from before it is sent until it is over.</summary>
internal sealed class RateLimitLease(RateLimiter limiter, Route route, RateLimitBucket? bucket) : IDisposable
{
    /// <summary>Takes note of what the answer says about limits.</summary>
    /// <param name="refusal">Where the answer was a 429.</param>
    public void Learn(RateLimitHeaders headers, RateLimitRefusal? refusal = null)
    {
        if (bucket is not null) limiter.Learn(route, headers, refusal);
    }

    public void Dispose()
    {
        if (bucket is not null) limiter.Leave(bucket);
    }
}
