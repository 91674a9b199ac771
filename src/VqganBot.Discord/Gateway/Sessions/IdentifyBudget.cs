using System.Globalization;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>
/// Keeps this bot from identifying too often: once in 5 s, and never as often in a day as makes Discord reset the token.
/// What Discord counts is believed, and so is what this machine counted, in a file with a line for each.
/// </summary>
internal sealed partial class IdentifyBudget
{
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly string? _path;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Queue<DateTimeOffset> _identifies;

    public IdentifyBudget(string? path, TimeProvider clock, ILogger<IdentifyBudget> logger)
    {
        _path = path;
        _clock = clock;
        _logger = logger;
        _identifies = new Queue<DateTimeOffset>(Load());
    }

    /// <summary>How long the day's budget forbids to identify; zero when it does not.</summary>
    public TimeSpan WaitForBudget(SessionStartLimit limit)
    {
        // The last hundredth is never touched: other machines and hands may use the same token.
        int reserve = limit.Total / 100;
        if (limit.Remaining <= reserve)
            return TimeSpan.FromMilliseconds(Math.Max(limit.ResetAfter, Gap.TotalMilliseconds));

        DateTimeOffset now = Prune();
        int excess = _identifies.Count - (limit.Total - reserve);
        return excess >= 0 ? _identifies.ElementAt(excess) + Day - now : TimeSpan.Zero;
    }

    /// <summary>How long the gap of 5 s between two forbids to identify.</summary>
    public TimeSpan WaitForGap()
    {
        DateTimeOffset now = Prune();
        return _identifies.Count > 0 && _identifies.Last() + Gap > now ? _identifies.Last() + Gap - now : TimeSpan.Zero;
    }

    /// <summary>Counts one, before it is sent: better one too many than one too few.</summary>
    public void Record()
    {
        DateTimeOffset now = Prune();
        _identifies.Enqueue(now);
        if (_path is null) return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
            File.AppendAllText(_path, now.ToString("O", CultureInfo.InvariantCulture) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(_logger, _path, exception);
        }
    }

    private DateTimeOffset Prune()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        while (_identifies.TryPeek(out DateTimeOffset oldest) && oldest + Day <= now)
            _identifies.Dequeue();
        return now;
    }

    /// <summary>The identifies of the last day, oldest first. The file is written anew without the rest, so that it does not grow for ever.</summary>
    private List<DateTimeOffset> Load()
    {
        if (_path is null || !File.Exists(_path)) return [];
        DateTimeOffset now = _clock.GetUtcNow();
        List<DateTimeOffset> times = [];
        try
        {
            foreach (string line in File.ReadLines(_path))
            {
                // A line that a crash cut short was an identify all the same. One from the future is from a clock that was put back.
                DateTimeOffset time = DateTimeOffset.TryParse(line, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset written) && written < now ? written : now;
                if (time + Day > now) times.Add(time);
            }

            string copy = _path + ".new";
            File.WriteAllLines(copy, times.Select(time => time.ToString("O", CultureInfo.InvariantCulture)));
            File.Move(copy, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotLoaded(_logger, _path, exception);
        }

        times.Sort();
        return times;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The identify was not written to {Path}; after a restart only Discord's own count guards the budget.")]
        public static partial void NotSaved(ILogger logger, string path, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The identifies of the last day could not be read from {Path}; only Discord's own count guards the budget.")]
        public static partial void NotLoaded(ILogger logger, string path, Exception exception);
    }
}
