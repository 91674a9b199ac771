using System.Diagnostics;
using System.Globalization;
using VqganBot.Simulator.Playground.Protocol;

namespace VqganBot.Simulator.Playground.Traffic;

/// <summary>Counts the bot's REST requests and remembers the last of them. Safe from any thread.</summary>
internal sealed class TrafficLog
{
    private const int Kept = 200;

    private readonly Lock _lock = new();
    private readonly Queue<PageRequest> _requests = [];
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _last;

    public async Task CountAsync(HttpContext http, RequestDelegate next)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            if (http.Request.Path.StartsWithSegments("/api/v10", out PathString rest))
                Add(http.Request.Method, rest.Value ?? "", http.Response.StatusCode, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>How many requests there were by their status, and those after a number.</summary>
    public (IReadOnlyDictionary<string, int> Counts, IReadOnlyList<PageRequest> Requests) Since(int number)
    {
        lock (_lock)
            return (new SortedDictionary<string, int>(_counts, StringComparer.Ordinal), [.. _requests.Where(request => request.Number > number)]);
    }

    private void Add(string method, string path, int status, TimeSpan took)
    {
        lock (_lock)
        {
            string kind = string.Create(CultureInfo.InvariantCulture, $"REST {status}");
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            _requests.Enqueue(new PageRequest(++_last, method, Short(path), status, Math.Round(took.TotalMilliseconds, 1)));
            if (_requests.Count > Kept)
                _requests.Dequeue();
        }
    }

    /// <summary>Who has an interaction's token can post: it is shown nowhere. Of ids the end is enough to tell them apart.</summary>
    private static string Short(string path) => string.Join('/', path.Split('/').Select(part => part.Length switch
    {
        > 24 => "…",
        > 15 when part.All(char.IsAsciiDigit) => $"…{part[^4..]}",
        _ => part,
    }));
}
