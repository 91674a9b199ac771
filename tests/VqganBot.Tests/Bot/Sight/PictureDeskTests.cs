using Microsoft.Extensions.Logging;
using VqganBot.Bot;
using VqganBot.Bot.Sight;
using VqganBot.Tests.Fakes;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Sight;

public sealed class PictureDeskTests
{
    private readonly CapturedLogs _logs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_WhenTooManyWait_IsAskedToComeBack_AndOneAtATimeIsServed()
    {
        await using var desk = Desk(() => new FakePictureReader(), new SightOptions { MostWaiting = 2 });
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var atOnce = 0;
        var first = desk.AskAsync(
            _ =>
            {
                entered.SetResult();
                leave.Task.Wait(TestTimeouts.Default);
                return Interlocked.Increment(ref atOnce);
            },
            Cancellation);
        await entered.Task.WaitAsync(TestTimeouts.Default, Cancellation);
        var second = desk.AskAsync(_ => Interlocked.Increment(ref atOnce), Cancellation);

        var refused = await Assert.ThrowsAsync<UserFacingException>(() => desk.AskAsync(_ => 0, Cancellation));
        Assert.Contains("in a moment", refused.Message);
        Assert.False(second.IsCompleted);
        leave.SetResult();
        Assert.Equal((1, 2), (await first, await second));
        Assert.Equal("fake", await desk.AskAsync(reader => reader.Sum, Cancellation));
    }

    [Fact]
    public async Task Ask_WhenTheNetworkCannotBeLoaded_SaysSo_AndTriesAgainNextTime()
    {
        var loads = 0;
        await using var desk = Desk(() => ++loads == 1 ? throw new IOException("no such file: /secret") : new FakePictureReader(), new SightOptions());

        var told = await Assert.ThrowsAsync<UserFacingException>(() => desk.AskAsync(reader => reader.Sum, Cancellation));
        Assert.DoesNotContain("secret", told.Message);
        Assert.Contains(_logs.Lines, line => line.Level == LogLevel.Error);
        Assert.Equal(["fake", "fake"], [await desk.AskAsync(reader => reader.Sum, Cancellation), await desk.AskAsync(reader => reader.Sum, Cancellation)]);
        Assert.Equal(2, loads);
    }

    [Fact]
    public async Task Ask_WhenSwitchedOff_LoadsNothing()
    {
        await using var desk = Desk(() => throw new InvalidOperationException(), new SightOptions { Enabled = false });
        Assert.Contains("switched", (await Assert.ThrowsAsync<UserFacingException>(() => desk.AskAsync(reader => reader.Sum, Cancellation))).Message);
    }

    private PictureDesk Desk(Func<IPictureReader> load, SightOptions options) => new(load, options, new Logger<PictureDesk>(_logs));
}
