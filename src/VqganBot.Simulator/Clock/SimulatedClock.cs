namespace VqganBot.Simulator.Clock;

/// <summary>The simulator's time: that of another clock, and as far ahead of it as one likes.</summary>
public sealed class SimulatedClock(TimeProvider basis) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<SimulatedTimer> _timers = [];
    private TimeSpan _ahead;

    /// <value>The clock below, which is never moved: that of things between two machines, such as heartbeats.</value>
    public TimeProvider Basis => basis;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return basis.GetUtcNow() + _ahead;
    }

    public override long GetTimestamp()
    {
        lock (_lock)
            return (basis.GetElapsedTime(0) + _ahead).Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time forward; what came due meanwhile happens now.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        SimulatedTimer[] timers;
        lock (_lock)
        {
            _ahead += by;
            timers = [.. _timers];
        }
        foreach (SimulatedTimer timer in timers)
            timer.Arm();
    }

    private sealed class SimulatedTimer : ITimer
    {
        private readonly SimulatedClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _timer;
        private readonly Lock _lock = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _callback = callback;
            _state = state;
            _timer = clock.Basis.CreateTimer(static timer => ((SimulatedTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                _period = period;
            }
            return Arm();
        }

        public bool Arm()
        {
            lock (_lock)
            {
                if (_due is not { } due)
                    return _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                TimeSpan left = due - _clock.GetUtcNow();
                return _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_clock._lock)
                _clock._timers.Remove(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            lock (_lock)
            {
                if (_due is not { } due)
                    return;
                // The two clocks behind a timer and the time of day differ by parts of a millisecond.
                if (due > _clock.GetUtcNow())
                {
                    Arm();
                    return;
                }
                _due = _period > TimeSpan.Zero ? due + _period : null;
                Arm();
            }
            _callback(_state);
        }
    }
}
