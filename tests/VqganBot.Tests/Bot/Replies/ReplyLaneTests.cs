using VqganBot.Jobs;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Replies;

/// <summary>Edits while a job waits and is painted.</summary>
public sealed class ReplyLaneTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task Show_ManyFramesWithinTheInterval_TheNewestIsSentWhenItIsOver()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 1);
        Assert.Equal("picture-1-step-1.webp", ReplyHarness.FileOf(await harness.NextCallAsync()));
        for (var step = 2; step <= 9; step++) harness.Show(job, step);
        harness.Clock.Advance(Interval);
        Assert.Equal("picture-1-step-9.webp", ReplyHarness.FileOf(await harness.NextCallAsync()));
        Assert.Equal(2, harness.Calls.Count);
    }

    [Fact]
    public async Task Show_EditThatTakesLong_TheNewestGoesRightAfterIt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var slow = new TaskCompletionSource();
        harness.Answer = async (context, _) =>
        {
            await slow.Task;
            await context.Posted();
        };
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 1);
        await harness.NextCallAsync();
        harness.Clock.Advance(Interval * 2);
        Assert.True(harness.Reporter.WantsFrame(job.Id));
        harness.Show(job, 20);
        harness.Show(job, 30);
        slow.SetResult();
        Assert.Equal("picture-1-step-30.webp", ReplyHarness.FileOf(await harness.NextCallAsync()));
    }

    [Fact]
    public async Task WantsFrame_AfterAnEdit_OnlyWhenTheNextIsDue()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        harness.Take();
        Assert.True(harness.Reporter.WantsFrame(job.Id));
        harness.Show(job, 1);
        Assert.False(harness.Reporter.WantsFrame(job.Id));
        await harness.NextCallAsync();
        harness.Clock.Advance(Interval / 2);
        Assert.False(harness.Reporter.WantsFrame(job.Id));
        harness.Clock.Advance(Interval / 2);
        Assert.True(harness.Reporter.WantsFrame(job.Id));
    }

    [Fact]
    public async Task Announce_JobThatWaits_SaysItsPlaceAtOnce()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue();
        var second = harness.Queue();
        harness.Updater.Announce(second);
        var call = await harness.NextCallAsync();
        Assert.Equal("PATCH /api/v10/webhooks/4001/secret-of-the-interaction/messages/@original", call.ToString());
        Assert.Contains("Place 2 of 2 in line", ReplyHarness.Body(call).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announce_JobThatIsPaintedMeanwhile_DoesNotOverwriteItsPicture()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 1);
        harness.Updater.Announce(job);
        Assert.Equal("picture-1-step-1.webp", ReplyHarness.FileOf(await harness.NextCallAsync()));
        Assert.Single(harness.Calls);
    }

    [Fact]
    public async Task Left_SetAside_SaysSoOverTheFormingPicture_AndThatItGoesOn()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 120);
        await harness.NextCallAsync();
        harness.Store.Charge(job, TimeSpan.FromSeconds(30), 120);
        harness.Store.LayAside(job.Id);
        harness.Reporter.Left(harness.Store.Find(job.Id)!);
        harness.Clock.Advance(Interval);
        Assert.Contains("**Set aside at step 120 of 250** for a shorter one", ReplyHarness.Body(await harness.NextCallAsync()).Content, StringComparison.Ordinal);

        harness.Take();
        harness.Clock.Advance(Interval);
        Assert.Contains("**Going on at step 120 of 250.**", ReplyHarness.Body(await harness.NextCallAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_NoFrameForASecond_SaysThatItBegins()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue();
        harness.Take();
        await harness.UntilWaitAsync(TimeSpan.FromSeconds(1));
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("preparing the canvas", ReplyHarness.Body(await harness.NextCallAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_MessageDeletedByItsOwner_NoMoreEditsAndNoMoreFrames()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, _) => context.Refused(404, 10008);
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 1);
        await harness.NextCallAsync();
        await harness.Updater.EndAsync(job.Id);
        harness.Clock.Advance(Interval);
        Assert.False(harness.Reporter.WantsFrame(job.Id));
        harness.Show(job, 2);
        Assert.Single(harness.Calls);
    }

    [Fact]
    public async Task Show_TokenDead_GoesOnByTheBotsOwnRoute()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, call) => call.Target.Contains("/webhooks/", StringComparison.Ordinal) ? context.Refused(401, 50027) : context.Posted();
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 1);
        await harness.NextCallAsync();
        Assert.Equal("PATCH /api/v10/channels/3001/messages/5001", (await harness.NextCallAsync()).ToString());
    }

    [Fact]
    public async Task Show_QuarterOfAnHourLater_DoesNotTryTheTokenAtAll()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        harness.Take();
        harness.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(10));
        harness.Show(job, 1);
        Assert.StartsWith("PATCH /api/v10/channels/3001/messages/5001", (await harness.NextCallAsync(call => call.Headers["Content-Type"].StartsWith("multipart", StringComparison.Ordinal))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_JobAheadIsCancelled_ThePlaceIsBroughtUpToDate()
    {
        await using var harness = await ReplyHarness.StartAsync();
        await harness.BeginServicesAsync();
        await harness.UntilWaitAsync(TimeSpan.FromSeconds(15));
        var first = harness.Queue();
        var second = harness.Queue();
        harness.Updater.Announce(second);
        await harness.NextCallAsync();
        Assert.True(harness.Get<JobQueue>().Stop(first.Id, StopRequest.Drop, "As its requester wished."));
        harness.Reporter.Left(harness.Store.Find(first.Id)!);
        harness.Clock.Advance(TimeSpan.FromSeconds(15));
        var call = await harness.NextCallAsync(call => ReplyHarness.Body(call).Content!.Contains("Next in line", StringComparison.Ordinal));
        Assert.Contains("job #2", ReplyHarness.Body(call).Content, StringComparison.Ordinal);
    }
}
