namespace VqganBot.Simulator.RateLimits;

/// <summary>Counts requests in windows that begin with their first request. Safe from any thread.</summary>
internal sealed class RateLimiter(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> _windows = [];

    public RateLimitTicket Take(string key, RateLimit limit)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (!_windows.TryGetValue(key, out (DateTimeOffset Ends, int Used) window) || window.Ends <= now)
                window = (now + limit.Window, 0);
            bool isAllowed = window.Used < limit.Requests;
            if (isAllowed)
                window.Used++;
            _windows[key] = window;
            return new RateLimitTicket(isAllowed, limit.Requests, limit.Requests - window.Used, window.Ends, window.Ends - now);
        }
    }
}
