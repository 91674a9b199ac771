namespace VqganBot.Tests.TestKit;

/// <summary>A clock that stands still until it is moved; timers that come due on the way fire in their order, on the mover's thread.</summary>
internal sealed class ManualClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan DueIn, TaskCompletionSource Set)> _waiting = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var goal = GetUtcNow() + by;
        while (TakeDue(goal) is { } timer)
            timer.Fire();
        lock (_lock)
            _now = goal > _now ? goal : _now;
    }

    /// <summary>Waits until a timer stands that comes due in so long: then whoever waits for it does wait, and the clock may be moved.</summary>
    public Task WaitForTimerAsync(TimeSpan dueIn)
    {
        lock (_lock)
        {
            if (_timers.Any(timer => timer.Due == _now + dueIn)) return Task.CompletedTask;
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((dueIn, set));
            return set.Task.WaitAsync(TestTimeouts.Default);
        }
    }

    private void Announce_NeedsLock(TimeSpan dueIn)
    {
        foreach (var (_, set) in _waiting.Where(waiting => waiting.DueIn == dueIn))
            set.TrySetResult();
        _waiting.RemoveAll(waiting => waiting.DueIn == dueIn);
    }

    private ManualTimer? TakeDue(DateTimeOffset goal)
    {
        lock (_lock)
        {
            var timer = _timers.Where(timer => timer.Due <= goal).MinBy(timer => timer.Due);
            if (timer is null) return null;
            _now = timer.Due > _now ? timer.Due.Value : _now;
            timer.Due = timer.Period > TimeSpan.Zero ? _now + timer.Period : null;
            if (timer.Due is null) _timers.Remove(timer);
            return timer;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                Period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                if (Due is not null)
                {
                    clock._timers.Add(this);
                    clock.Announce_NeedsLock(dueTime);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
