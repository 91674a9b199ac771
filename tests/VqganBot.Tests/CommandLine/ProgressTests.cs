using VqganBot.CommandLine.Progress;

namespace VqganBot.Tests.CommandLine;

public sealed class ProgressTests
{
    [Fact]
    public void PlainProgress_OfManySteps_PrintsEveryTenthOfTheWay()
    {
        using var output = new StringWriter();
        new PlainProgress(output, new ManualClock()).Run("chicken surf", 0, 500, report =>
        {
            for (var step = 1; step <= 500; step++) report(new StepReport(step, 500, 1.0 / step, 10));
        });

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(11, lines.Length);
        Assert.Equal("chicken surf: 500 steps", lines[0]);
        Assert.Equal("  step  50/500  loss 0.0200  10 steps/s  45 s left", lines[1]);
        Assert.Equal("  step 500/500  loss 0.0020  10 steps/s", lines[10]);
    }

    [Fact]
    public void PlainProgress_OfSlowSteps_DoesNotFallSilent()
    {
        using var output = new StringWriter();
        var clock = new ManualClock();
        new PlainProgress(output, clock).Run("slow", 0, 100, report =>
        {
            for (var step = 1; step <= 9; step++)
            {
                clock.Advance(TimeSpan.FromSeconds(8));
                report(new StepReport(step, 100, 1, 0.125));
            }
        });

        Assert.Equal(5, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void LiveProgress_OfAPromptWithBrackets_ShowsItAsItIs()
    {
        using var output = new StringWriter();
        var done = 0;
        new LiveProgress(output).Run("[red] star", 0, 3, report =>
        {
            for (var step = 1; step <= 3; step++) report(new StepReport(done = step, 3, 0.5, 2));
        });

        Assert.Equal(3, done);
    }

    [Fact]
    public void SpeedMeter_AfterALullAndAFastStretch_TellsTheRecentSpeed()
    {
        var clock = new ManualClock();
        var meter = new SpeedMeter(clock);
        Assert.Equal(0, meter.Mark(0));
        clock.Advance(TimeSpan.FromSeconds(100));
        meter.Mark(1);
        var speed = 0.0;
        for (var step = 2; step <= 60; step++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.5));
            speed = meter.Mark(step);
        }

        Assert.Equal(2, speed, precision: 6);
    }

    [Theory]
    [InlineData(3.14, "3.1 s")]
    [InlineData(75, "75 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(8000, "2 h 13 min")]
    public void Duration_ReadsLikeAPersonWouldSayIt(double seconds, string expected) =>
        Assert.Equal(expected, StepText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(12.3, "12 steps/s")]
    [InlineData(3.14, "3.1 steps/s")]
    [InlineData(0.4, "2.5 s/step")]
    [InlineData(0, "-")]
    public void Speed_UsesTheUnitThatReadsWell(double stepsPerSecond, string expected) =>
        Assert.Equal(expected, StepText.Speed(stepsPerSecond));

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
