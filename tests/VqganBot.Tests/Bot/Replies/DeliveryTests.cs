using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Tests.Discord.Rest;

namespace VqganBot.Tests.Bot.Replies;

/// <summary>What is painted reaches its requester, once, whatever Discord says.</summary>
public sealed class DeliveryTests
{
    private const string Original = "PATCH /api/v10/webhooks/4001/secret-of-the-interaction/messages/@original";
    private const string OwnRoute = "PATCH /api/v10/channels/3001/messages/5001";
    private const string NewMessage = "POST /api/v10/channels/3001/messages";

    [Fact]
    public async Task Painted_TokenAlive_ShowsThePngAndIsDelivered()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Painted(harness);
        await harness.BeginServicesAsync();
        var call = await harness.NextCallAsync();
        Assert.Equal(Original, call.ToString());
        Assert.Equal("picture-1.png", ReplyHarness.FileOf(call));
        Assert.Equal("'chicken surf', painted by VQGAN+CLIP", ReplyHarness.Body(call).Attachments![0].Description);
        Assert.Equal(new Snowflake(900), (await harness.UntilAsync(job.Id, JobState.Delivered)).Reply.Message);
        Assert.Single(harness.Calls);
    }

    [Fact]
    public async Task Painted_EditUnderWayDoesNotEnd_IsCutOffAfterTwoSecondsAndTheFinalRepeatedLater()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var never = new TaskCompletionSource();
        harness.Answer = async (context, call) =>
        {
            if (ReplyHarness.FileOf(call).Contains("step", StringComparison.Ordinal)) await never.Task;
            await context.Posted();
        };
        await harness.BeginServicesAsync();
        var job = harness.Queue();
        harness.Take();
        harness.Show(job, 1);
        await harness.NextCallAsync();
        harness.Reporter.Left(harness.Paint(job));
        await harness.UntilWaitAsync(TimeSpan.FromSeconds(2));
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("picture-1.png", ReplyHarness.FileOf(await harness.NextCallAsync()));
        await harness.UntilAsync(job.Id, JobState.Delivered);
        await harness.UntilWaitAsync(TimeSpan.FromSeconds(20));
        harness.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("picture-1.png", ReplyHarness.FileOf(await harness.NextCallAsync()));
        never.SetResult();
    }

    [Fact]
    public async Task Painted_TokenExpiredMeanwhile_GoesByTheBotsOwnRoute()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Painted(harness);
        harness.Clock.Advance(TimeSpan.FromMinutes(16));
        await harness.BeginServicesAsync();
        Assert.Equal(OwnRoute, (await harness.NextCallAsync()).ToString());
        await harness.UntilAsync(job.Id, JobState.Delivered);
    }

    [Fact]
    public async Task Painted_PrivateAndTokenExpired_IsKeptWithTheReason()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Painted(harness, reply => reply with { IsPrivate = true });
        harness.Clock.Advance(TimeSpan.FromMinutes(16));
        await harness.BeginServicesAsync();
        Assert.Contains("15 minutes", (await harness.UntilAsync(job.Id, JobState.Failed)).Reason, StringComparison.Ordinal);
        Assert.True(File.Exists(harness.Get<JobFiles>().Picture(job.Id, 1)));
        Assert.Empty(harness.Calls);
    }

    [Theory]
    [InlineData(404, 10008, false)]
    [InlineData(400, 30046, true)]
    public async Task Painted_MessageCannotBeEdited_IsPostedOnceByItsNonce(int status, int code, bool answers)
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, call) => call.Method == "PATCH" ? context.Refused(status, code) : context.Posted();
        var job = Painted(harness);
        await harness.BeginServicesAsync();
        var call = await harness.NextCallAsync(call => call.Method == "POST");
        Assert.Equal(NewMessage, call.ToString());
        var body = ReplyHarness.Body(call);
        Assert.Equal(("1", true), (body.Nonce, body.EnforceNonce));
        Assert.Equal(answers ? new Snowflake(5001) : null, body.MessageReference?.MessageId);
        Assert.StartsWith("<@1001>\n", body.Content, StringComparison.Ordinal);
        Assert.Empty(body.AllowedMentions.Parse);
        Assert.Equal(new Snowflake(900), (await harness.UntilAsync(job.Id, JobState.Delivered)).Reply.Message);
    }

    [Fact]
    public async Task Painted_PrivateMessageDismissed_ComesAsAPrivateFollowUp()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, call) => call.Method == "PATCH" ? context.Refused(404, 10008) : context.Posted();
        var job = Painted(harness, reply => reply with { IsPrivate = true });
        await harness.BeginServicesAsync();
        var call = await harness.NextCallAsync(call => call.Method == "POST");
        Assert.StartsWith("POST /api/v10/webhooks/4001/secret-of-the-interaction", call.ToString(), StringComparison.Ordinal);
        Assert.Equal(MessageFlags.Ephemeral, ReplyHarness.Body(call).Flags);
        await harness.UntilAsync(job.Id, JobState.Delivered);
    }

    [Theory]
    [InlineData(413, 40005)]
    [InlineData(413, 0)]
    [InlineData(400, 50045)]
    public async Task Painted_FileTooLarge_IsMadeSmallerUntilItIsTaken(int status, int code)
    {
        await using var harness = await ReplyHarness.StartAsync();
        var sizes = new List<int>();
        harness.Answer = (context, call) =>
        {
            lock (sizes) sizes.Add(call.Body.Length);
            return call.Body.Length > 60_000 ? context.Refused(status, code) : context.Posted();
        };
        var job = Painted(harness, side: 256);
        await harness.BeginServicesAsync();
        await harness.UntilAsync(job.Id, JobState.Delivered);
        Assert.True(sizes.Count >= 2 && sizes[^1] < 60_000, string.Join(' ', sizes));
    }

    [Fact]
    public async Task Painted_PngAboveTheLimitOfTheChannel_IsEncodedWithinIt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Painted(harness, reply => reply with { AttachmentSizeLimit = 20_000 }, side: 256);
        await harness.BeginServicesAsync();
        var call = await harness.NextCallAsync();
        Assert.Equal("picture-1.webp", ReplyHarness.FileOf(call));
        Assert.InRange(call.Body.Length, 1000, 22_000);
        await harness.UntilAsync(job.Id, JobState.Delivered);
    }

    [Fact]
    public async Task Painted_NoUploadsInThisGuild_WordsAlone()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, call) => call.Headers["Content-Type"].StartsWith("multipart", StringComparison.Ordinal) ? context.Refused(400, 400001) : context.Posted();
        var job = Painted(harness);
        await harness.BeginServicesAsync();
        await harness.NextCallAsync();
        Assert.Contains("did not accept the file", ReplyHarness.Body(await harness.NextCallAsync()).Content, StringComparison.Ordinal);
        await harness.UntilAsync(job.Id, JobState.Delivered);
    }

    [Theory]
    [InlineData(403, 50013, "I may not write in that channel")]
    [InlineData(403, 50001, "I may not write in that channel")]
    [InlineData(404, 10003, "channel it was painted for is gone")]
    [InlineData(400, 50083, "I may not write in that channel")]
    [InlineData(400, 200000, "A filter")]
    [InlineData(400, 50035, "Discord refused the message")]
    public async Task Painted_RefusedForGood_IsNotTriedAgainAndTheReasonKept(int status, int code, string reason)
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, call) => call.Method == "PATCH" ? context.Refused(status, code) : context.Posted();
        var job = Painted(harness);
        await harness.BeginServicesAsync();
        Assert.Contains(reason, (await harness.UntilAsync(job.Id, JobState.Failed)).Reason, StringComparison.Ordinal);
        Assert.Single(harness.Calls, call => call.Method == "PATCH");
    }

    [Fact]
    public async Task Painted_DiscordDownForMinutes_IsDeliveredAfterwards()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var isDown = true;
        harness.Answer = (context, _) => Volatile.Read(ref isDown) ? context.Json(503, "<html>no upstream</html>") : context.Posted();
        var job = Painted(harness, reply => reply with { TokenExpiresAt = reply.TokenExpiresAt.AddDays(1) });
        await harness.BeginServicesAsync();
        var start = harness.Clock.GetUtcNow();
        while (harness.Clock.GetUtcNow() < start.AddMinutes(5)) harness.Clock.Advance(await harness.NextWaitAsync());
        Assert.Equal(JobState.Painted, harness.Store.Find(job.Id)!.State);
        Volatile.Write(ref isDown, false);
        var delivered = harness.UntilAsync(job.Id, JobState.Delivered);
        while (harness.NextWaitAsync() is var wait && await Task.WhenAny(wait, delivered) == wait) harness.Clock.Advance(await wait);
        await delivered;
    }

    [Fact]
    public async Task Restart_PaintedAndNotShown_IsShownThen()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Painted(harness);
        await harness.RestartAsync();
        await harness.BeginServicesAsync();
        Assert.Equal("picture-1.png", ReplyHarness.FileOf(await harness.NextCallAsync()));
        await harness.UntilAsync(job.Id, JobState.Delivered);
    }

    [Fact]
    public async Task Restart_JobsThatWait_AreToldThatNothingIsLost()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue();
        await harness.RestartAsync();
        await harness.BeginServicesAsync();
        Assert.Contains("I was restarted; your place in line is kept", ReplyHarness.Body(await harness.NextCallAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_JobsThatWait_AreToldThatTheBotGoesAway()
    {
        await using var harness = await ReplyHarness.StartAsync();
        await harness.BeginServicesAsync();
        harness.Queue();
        await harness.Get<Delivery>().StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Your place in line is kept", ReplyHarness.Body(Assert.Single(harness.Calls)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_WhileItWaits_TheReplySaysWhy()
    {
        await using var harness = await ReplyHarness.StartAsync();
        await harness.BeginServicesAsync();
        var job = harness.Queue();
        Assert.True(harness.Get<JobQueue>().Stop(job.Id, StopRequest.Drop, "By a moderator."));
        harness.Reporter.Left(harness.Store.Find(job.Id)!);
        Assert.Contains("**Cancelled.** By a moderator.", ReplyHarness.Body(await harness.NextCallAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_NothingOfTheTokenIsLogged()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Answer = (context, call) => call.Method == "PATCH" ? context.Refused(403, 50013) : context.Posted();
        var job = Painted(harness);
        await harness.BeginServicesAsync();
        await harness.UntilAsync(job.Id, JobState.Failed);
        Assert.DoesNotContain(harness.Logs.Lines, line => line.Text.Contains("secret-of-the-interaction", StringComparison.Ordinal) || line.Text.Contains("chicken", StringComparison.Ordinal));
    }

    private static Job Painted(ReplyHarness harness, Func<ReplyAddress, ReplyAddress>? reply = null, int side = 8)
    {
        var job = harness.Queue(reply: reply);
        Assert.NotNull(harness.Store.Take(waiting => waiting[0]));
        return harness.Paint(job, side);
    }
}
