using System.Diagnostics;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.Load;

/// <summary>What the bot adds to the painting, from the command to the final picture.</summary>
[Collection(MeasuredTests.Name)]
public sealed class OverheadTests(ITestOutputHelper output)
{
    private const int WarmUp = 5;
    private const int Pictures = 30;

    [Fact]
    public Task FinalPicture_OfAPaintingThatTakesNoTime_IsThereAtOnce() => BotFixture.RunAsync(async bot =>
    {
        List<(TimeSpan Whole, TimeSpan Acknowledged, Snowflake Message)> painted = [];
        for (var number = 0; number < WarmUp + Pictures; number++)
        {
            var start = Stopwatch.GetTimestamp();
            var outcome = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "chicken surf"), ("steps", 1L));
            await bot.UntilAsync(outcome.Message!, Views.IsPicture, "the picture");
            painted.Add((Stopwatch.GetElapsedTime(start), outcome.Elapsed, outcome.Message!.Id));
        }

        await bot.UntilAsync(() => bot.Jobs.InState(JobState.Delivered).Count == painted.Count, "all is written down");
        var measured = painted[WarmUp..].ConvertAll(picture => (picture.Whole, picture.Acknowledged, Job: bot.Jobs.OfMessage(picture.Message)!));
        var own = new Latencies("without the painting", measured.Select(picture => picture.Whole - picture.Job.GpuTime));
        output.WriteLine(string.Join('\n',
            Latencies.Header,
            new Latencies("acknowledged", measured.Select(picture => picture.Acknowledged)),
            new Latencies("waiting in the queue", measured.Select(picture => picture.Job.StartedAt!.Value - picture.Job.CreatedAt)),
            new Latencies("painting", measured.Select(picture => picture.Job.GpuTime)),
            new Latencies("started to painted", measured.Select(picture => picture.Job.PaintedAt!.Value - picture.Job.StartedAt!.Value)),
            new Latencies("painted to written down", measured.Select(picture => picture.Job.EndedAt!.Value - picture.Job.PaintedAt!.Value)),
            new Latencies("command to picture", measured.Select(picture => picture.Whole)),
            own));
        // A reply's interval (2.5 s) or a wait for a limit would show here however busy the machine is.
        Assert.True(own.Median < (Latencies.AreJudged ? 50 : 1000), $"{own}");
    });
}
