namespace VqganBot.Tests.Models.Fakes;

/// <summary>A clock on which a second takes a millisecond, so that waits are real but short; it notes each of them.</summary>
internal sealed class FastClock : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];

    /// <value>The waits asked for, in clock time, but not the long ones, which only watch for silence.</value>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits)
                return [.. _waits];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromMinutes(2))
        {
            lock (_waits)
                _waits.Add(dueTime);
        }

        return new FastTimer(System.CreateTimer(callback, state, Fast(dueTime), Fast(period)));
    }

    private static TimeSpan Fast(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / 1000;

    private sealed class FastTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Fast(dueTime), Fast(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
