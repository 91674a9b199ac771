using System.Threading.Channels;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>A clock moved by hand that tells which waits were begun on it.</summary>
internal sealed class ObservedClock : TimeProvider
{
    private readonly ManualClock _clock = new();
    private readonly Channel<(TimeSpan Span, DateTimeOffset Due)> _waits = Channel.CreateUnbounded<(TimeSpan, DateTimeOffset)>();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite((dueTime, GetUtcNow() + dueTime));
        return timer;
    }

    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>The next wait that is shorter than the time limit of a request.</summary>
    public async Task<TimeSpan> NextWaitAsync() => (await NextAsync(span => span < RestHarness.RequestTimeout)).Span;

    /// <summary>The next wait, whatever it is for.</summary>
    public async Task<TimeSpan> NextWaitOfAnyKindAsync() => (await NextAsync(_ => true)).Span;

    public Task UntilRequestTimeoutRunsAsync() => NextAsync(span => span == RestHarness.RequestTimeout);

    /// <summary>Lets whatever is waited for come, until the work is done.</summary>
    public async Task PassUntilAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            if (await Task.WhenAny(work, NextAsync(span => span < RestHarness.RequestTimeout)) is not Task<(TimeSpan Span, DateTimeOffset Due)> wait) continue;
            var left = (await wait).Due - GetUtcNow();
            if (left > TimeSpan.Zero) Advance(left);
        }
        await work;
    }

    /// <summary>Waits for a wait of about this length and lets it pass.</summary>
    public async Task PassAsync(TimeSpan expected)
    {
        var wait = await NextWaitAsync();
        Assert.Equal(expected.TotalSeconds, wait.TotalSeconds, 3);
        Advance(wait);
    }

    private async Task<(TimeSpan Span, DateTimeOffset Due)> NextAsync(Func<TimeSpan, bool> isMeant)
    {
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync().AsTask().WaitAsync(TestTimeouts.Default);
            if (isMeant(wait.Span)) return wait;
        }
    }
}
