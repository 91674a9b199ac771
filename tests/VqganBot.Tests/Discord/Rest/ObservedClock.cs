using System.Threading.Channels;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>A clock moved by hand that tells which waits were begun on it.</summary>
internal sealed class ObservedClock : TimeProvider
{
    private readonly ManualClock _clock = new();
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>The next wait that is not the time limit of a request.</summary>
    public async Task<TimeSpan> NextWaitAsync()
    {
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);
            if (wait != RestHarness.RequestTimeout) return wait;
        }
    }

    /// <summary>The next wait, whatever it is for.</summary>
    public Task<TimeSpan> NextWaitOfAnyKindAsync() => _waits.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);

    public async Task UntilRequestTimeoutRunsAsync()
    {
        while (await _waits.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default) != RestHarness.RequestTimeout)
        {
        }
    }

    /// <summary>Waits for a wait of about this length and lets it pass.</summary>
    public async Task PassAsync(TimeSpan expected)
    {
        var wait = await NextWaitAsync();
        Assert.Equal(expected.TotalSeconds, wait.TotalSeconds, 3);
        Advance(wait);
    }
}
