namespace VqganBot.Discord.Rest.RateLimits;

/// <summary>The limit over all routes of a kind: so many in a second, and none while Discord said so.</summary>
/// <param name="perSecond">Null where only Discord's word counts.</param>
internal sealed class GlobalGate(TimeProvider clock, int? perSecond)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<long> _passed = new();
    private long _closedAt;
    private TimeSpan _closedFor;

    public void Close(TimeSpan span)
    {
        lock (_lock)
        {
            if (span <= Wait_NeedsLock()) return;
            (_closedAt, _closedFor) = (clock.GetTimestamp(), span);
        }
    }

    /// <returns>Zero once through; else how long it would have taken, where that is longer than <paramref name="longest"/>.</returns>
    public async ValueTask<TimeSpan> PassAsync(TimeSpan longest, CancellationToken cancellation)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                wait = Wait_NeedsLock();
                if (wait == TimeSpan.Zero && perSecond is not null) _passed.Enqueue(clock.GetTimestamp());
            }
            if (wait == TimeSpan.Zero || wait > longest) return wait;
            await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
        }
    }

    private TimeSpan Wait_NeedsLock()
    {
        TimeSpan closed = _closedFor - clock.GetElapsedTime(_closedAt);
        if (closed > TimeSpan.Zero) return closed;
        _closedFor = TimeSpan.Zero;
        while (_passed.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) >= Second)
            _passed.Dequeue();
        return _passed.Count < perSecond || perSecond is null ? TimeSpan.Zero : Second - clock.GetElapsedTime(_passed.Peek());
    }
}
