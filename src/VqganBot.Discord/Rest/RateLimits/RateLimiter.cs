using System.Net;
using VqganBot.Discord.Rest.Sending;

namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>Discord's limits as its answers tell them: which routes share a bucket, and how much of it is left for a resource.</summary>
internal sealed class RateLimiter(TimeProvider clock, TimeSpan longestWait)
{
    /// <summary>Of the bot, over all routes: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit</summary>
    private const int PerSecond = 50;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _bucketOfRoute = [];
    private readonly Dictionary<(string Bucket, string Resource), RateLimitBucket> _buckets = [];
    private readonly GlobalGate _bot = new(clock, PerSecond);
    private readonly GlobalGate _webhooks = new(clock, perSecond: null);
    private long _swept = clock.GetTimestamp();

    /// <value>How many buckets are remembered.</value>
    public int Buckets
    {
        get
        {
            lock (_lock)
                return _buckets.Count;
        }
    }

    /// <summary>Waits until the route may be asked. A callback may at once.</summary>
    /// <exception cref="DiscordApiException">It would take longer than anybody should wait.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(Route route, CancellationToken cancellation)
    {
        if (route.Kind == RouteKind.Callback) return new RateLimitLease(this, route, null);
        while (true)
        {
            RateLimitBucket bucket = Join(route);
            bool isTaken = false, isEntered = false;
            try
            {
                TimeSpan wait = await bucket.TakeAsync(longestWait, cancellation).ConfigureAwait(false);
                isTaken = wait == TimeSpan.Zero;
                if (!isTaken) throw TooLong(route, wait);
                if (IsStillOf(route, bucket))
                {
                    wait = await Gate(route).PassAsync(longestWait, cancellation).ConfigureAwait(false);
                    if (wait > TimeSpan.Zero) throw TooLong(route, wait);
                    isEntered = true;
                    return new RateLimitLease(this, route, bucket);
                }
            }
            finally
            {
                if (!isEntered) Part(bucket, isTaken);
            }
        }
    }

    public void Learn(Route route, RateLimitHeaders headers, RateLimitRefusal? refusal)
    {
        if (refusal is { IsBlock: true })
        {
            _bot.Close(refusal.RetryAfter);
            _webhooks.Close(refusal.RetryAfter);
            return;
        }
        RateLimitBucket bucket;
        lock (_lock)
        {
            if (headers.Bucket is not null) _bucketOfRoute[route.ToString()] = headers.Bucket;
            bucket = Find_NeedsLock(route);
        }
        bucket.Learn(headers);
        if (refusal is { IsGlobal: true })
            Gate(route).Close(refusal.RetryAfter);
        else if (refusal is not null)
            bucket.Exhaust(refusal.RetryAfter);
    }

    public void Leave(RateLimitBucket bucket) => Part(bucket, isTaken: true);

    private GlobalGate Gate(Route route) => route.Kind == RouteKind.Bot ? _bot : _webhooks;

    private RateLimitBucket Join(Route route)
    {
        lock (_lock)
        {
            Sweep_NeedsLock();
            RateLimitBucket bucket = Find_NeedsLock(route);
            bucket.Users++;
            return bucket;
        }
    }

    private void Part(RateLimitBucket bucket, bool isTaken)
    {
        if (isTaken) bucket.Release();
        lock (_lock)
            bucket.Users--;
    }

    private bool IsStillOf(Route route, RateLimitBucket bucket)
    {
        lock (_lock)
            return Find_NeedsLock(route) == bucket;
    }

    private RateLimitBucket Find_NeedsLock(Route route)
    {
        (string, string) key = (_bucketOfRoute.GetValueOrDefault(route.ToString()) ?? route.ToString(), route.Resource);
        if (!_buckets.TryGetValue(key, out RateLimitBucket? bucket))
            _buckets[key] = bucket = new RateLimitBucket(clock);
        return bucket;
    }

    // Each interaction has a webhook, and so buckets, of its own: without this they would be kept for ever.
    private void Sweep_NeedsLock()
    {
        if (clock.GetElapsedTime(_swept) < SweepEvery) return;
        _swept = clock.GetTimestamp();
        foreach (((string, string) key, RateLimitBucket bucket) in _buckets)
        {
            if (bucket.Users == 0 && bucket.IsFresh) _buckets.Remove(key);
        }
    }

    private static DiscordApiException TooLong(Route route, TimeSpan wait) => new(HttpStatusCode.TooManyRequests, 0, route.ToString(),
        $"{route} was not sent: Discord's rate limit leaves nothing for it for another {wait.TotalSeconds:0.###} s.")
    { RetryAfter = wait };
}
