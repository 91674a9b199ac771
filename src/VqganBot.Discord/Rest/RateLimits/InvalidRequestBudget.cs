using System.Net;
using VqganBot.Discord.Rest.Sending;

namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>Counts the requests for which Discord bans an address (401, 403, and 429 unless shared: 10,000 in 10 minutes), and stops well before.</summary>
internal sealed class InvalidRequestBudget(TimeProvider clock, RestCounters counters)
{
    public const int Most = 5000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<long> _times = new();

    /// <returns>Whether this one was the last that is allowed.</returns>
    public bool Count()
    {
        lock (_lock)
        {
            _times.Enqueue(clock.GetTimestamp());
            counters.InvalidRequests = _times.Count;
            return _times.Count == Most;
        }
    }

    /// <exception cref="DiscordApiException">So many were refused lately that asking on would get the address banned.</exception>
    public void ThrowIfSpent(Route route)
    {
        lock (_lock)
        {
            while (_times.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) >= Window)
                _times.Dequeue();
            counters.InvalidRequests = _times.Count;
            if (_times.Count < Most) return;

            TimeSpan wait = Window - clock.GetElapsedTime(_times.Peek());
            throw new DiscordApiException(HttpStatusCode.TooManyRequests, 0, route.ToString(),
                $"{route} was not sent: Discord refused {_times.Count} requests (401, 403 or 429) in the last 10 minutes and bans the address at 10000. It is tried again in {wait.TotalSeconds:0} s; the log says what was refused.")
            { RetryAfter = wait };
        }
    }
}
