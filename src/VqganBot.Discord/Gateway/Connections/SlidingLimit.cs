namespace VqganBot.Discord.Gateway;

/// <summary>At most so many in any window of a length. For any thread.</summary>
internal sealed class SlidingLimit(int most, TimeSpan window, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<long> _taken = new();

    /// <summary>Takes one and returns zero; or takes none and returns how long until one more fits.</summary>
    /// <param name="reserve">So many are left to others.</param>
    public TimeSpan TryTake(int reserve = 0)
    {
        lock (_lock)
        {
            long now = clock.GetTimestamp();
            while (_taken.TryPeek(out long oldest) && clock.GetElapsedTime(oldest, now) >= window)
                _taken.Dequeue();
            int excess = _taken.Count - (most - reserve);
            if (excess >= 0)
                return window - clock.GetElapsedTime(_taken.ElementAt(excess), now);
            _taken.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Waits its turn.</summary>
    public async Task TakeAsync(int reserve, CancellationToken cancellation)
    {
        while (TryTake(reserve) is { Ticks: > 0 } wait)
            await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
    }
}
