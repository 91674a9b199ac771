namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>One of Discord's buckets for one resource. As long as nothing is known of it, one request at a time.</summary>
internal sealed class RateLimitBucket(TimeProvider clock)
{
    /// <summary>Those who wait stand in line here, and only the first looks at the clock.</summary>
    private readonly SemaphoreSlim _line = new(1);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _limit = 1;
    private int _remaining = 1;
    private int _inFlight;
    private double? _window;
    private long? _resetFrom;
    private TimeSpan _resetAfter;

    /// <value>How many hold it or wait for it; under the lock of the limiter.</value>
    public int Users { get; set; }

    /// <value>Whether a window is open of which something is used.</value>
    public bool IsFresh
    {
        get
        {
            lock (_lock)
                return UntilReset_NeedsLock() == TimeSpan.Zero;
        }
    }

    /// <returns>Zero once taken; else how long it would have taken, where that is longer than <paramref name="longest"/>.</returns>
    public async ValueTask<TimeSpan> TakeAsync(TimeSpan longest, CancellationToken cancellation)
    {
        await _line.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                TimeSpan wait;
                Task changed;
                lock (_lock)
                {
                    wait = Wait_NeedsLock();
                    if (wait == TimeSpan.Zero) _inFlight++;
                    changed = _changed.Task;
                }
                if (wait == TimeSpan.Zero || wait > longest) return wait;
                await changed.WaitAsync(wait, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _line.Release();
        }
    }

    /// <summary>The request is over, or was not sent after all.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _inFlight--;
            Wake_NeedsLock();
        }
    }

    public void Learn(RateLimitHeaders headers)
    {
        if (headers.Remaining is not { } remaining || headers.ResetAfter is not { } resetAfter) return;
        lock (_lock)
        {
            // Answers overtake each other: an older window says nothing, and within one the smaller number is the newer.
            if (headers.Window < _window) return;
            _remaining = headers.Window == _window && _window is not null ? Math.Min(_remaining, remaining) : remaining;
            _limit = Math.Max(1, headers.Limit ?? _limit);
            (_window, _resetFrom, _resetAfter) = (headers.Window, clock.GetTimestamp(), resetAfter);
            Wake_NeedsLock();
        }
    }

    /// <summary>Nothing is left for so long.</summary>
    public void Exhaust(TimeSpan span)
    {
        lock (_lock)
        {
            if (_remaining == 0 && span <= UntilReset_NeedsLock()) return;
            (_remaining, _resetFrom, _resetAfter) = (0, clock.GetTimestamp(), span);
            Wake_NeedsLock();
        }
    }

    private TimeSpan Wait_NeedsLock()
    {
        TimeSpan reset = UntilReset_NeedsLock();
        if (reset == TimeSpan.Zero && _resetFrom is not null)
            (_remaining, _resetFrom) = (_limit, null);

        // Those on the way may or may not be counted in what Discord said was left, so they are taken off once more.
        if (_remaining > _inFlight) return TimeSpan.Zero;
        return reset > TimeSpan.Zero ? reset : Timeout.InfiniteTimeSpan;
    }

    private TimeSpan UntilReset_NeedsLock()
    {
        if (_resetFrom is not { } from) return TimeSpan.Zero;
        TimeSpan left = _resetAfter - clock.GetElapsedTime(from);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Wake_NeedsLock()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
