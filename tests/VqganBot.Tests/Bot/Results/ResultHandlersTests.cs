using VqganBot.Bot;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Bot.Results;
using VqganBot.Discord.Wire;
using VqganBot.Imaging;
using VqganBot.Jobs;
using VqganBot.Tests.Bot.Replies;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.Fakes;

namespace VqganBot.Tests.Bot.Results;

/// <summary>Commands and buttons about jobs, over the real store and a real server.</summary>
public sealed class ResultHandlersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_ByAStranger_IsRefusedAndNothingHappens()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        var refusal = await Assert.ThrowsAsync<UserFacingException>(() =>
            harness.Get<StopHandler>().HandleAsync(SomeInteraction.Button(harness, $"stop:{job.Id}:1", SomeInteraction.Bob), Cancellation));
        Assert.Contains("not yours", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(JobState.Queued, harness.Store.Find(job.Id)!.State);
    }

    [Fact]
    public async Task Stop_ByAModeratorOfTheGuild_Cancels()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        await harness.Get<StopHandler>().HandleAsync(SomeInteraction.Button(harness, $"stop:{job.Id}:1", SomeInteraction.Bob, rights: Permissions.ManageMessages), Cancellation);
        var stopped = harness.Store.Find(job.Id)!;
        Assert.Equal((JobState.Cancelled, "By a moderator."), (stopped.State, stopped.Reason));
        Assert.Equal("fresh-token", stopped.Reply.Token);
    }

    [Fact]
    public async Task Stop_ByAModeratorOfAnotherGuild_DoesNotEvenSeeIt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<StopHandler>().HandleAsync(
            SomeInteraction.Button(harness, $"stop:{job.Id}:1", SomeInteraction.Bob, message: 1, guild: 9, rights: Permissions.Administrator), Cancellation));
        Assert.Equal(JobState.Queued, harness.Store.Find(job.Id)!.State);
    }

    [Theory]
    [InlineData("stop:999:1")]
    [InlineData("stop:abc:1")]
    [InlineData("stop:1:2")]
    [InlineData("stop")]
    public async Task Stop_ForgedButton_IsAnsweredClearly(string customId)
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue();
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<StopHandler>().HandleAsync(SomeInteraction.Button(harness, customId), Cancellation));
    }

    [Fact]
    public async Task Keep_JobThatWasShownMeanwhile_KeepsNoTokenOfIt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        harness.Take();
        harness.Answer = async (context, call) =>
        {
            if (call.Target.Contains("/callback", StringComparison.Ordinal)) harness.Store.MarkDelivered(harness.Paint(job).Id, null);
            await context.Posted();
        };
        await harness.Get<KeepHandler>().HandleAsync(SomeInteraction.Button(harness, $"keep:{job.Id}:1"), Cancellation);
        Assert.Equal("", harness.Store.Find(job.Id)!.Reply.Token);
    }

    [Fact]
    public async Task Keep_JobThatStillWaits_IsNotCancelledByIt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        await harness.Get<KeepHandler>().HandleAsync(SomeInteraction.Button(harness, $"keep:{job.Id}:1"), Cancellation);
        Assert.Equal(JobState.Queued, harness.Store.Find(job.Id)!.State);
        Assert.Contains(harness.Calls, call => call.Text.Contains("not being painted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancel_SeveralInTheQueue_OffersAButtonForEach()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue();
        harness.Queue();
        harness.Queue(user: SomeInteraction.Bob);
        await harness.Get<CancelHandler>().HandleAsync(SomeInteraction.Command(harness, "cancel"), Cancellation);
        var answer = Assert.Single(harness.Calls).Text;
        Assert.Contains("stop:1:1", answer, StringComparison.Ordinal);
        Assert.Contains("stop:2:1", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("stop:3:1", answer, StringComparison.Ordinal);
        Assert.Equal(3, harness.Store.CountInState(JobState.Queued));
    }

    [Fact]
    public async Task Cancel_TheOnlyOne_IsCancelled()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        await harness.Get<CancelHandler>().HandleAsync(SomeInteraction.Command(harness, "cancel"), Cancellation);
        Assert.Equal(JobState.Cancelled, harness.Store.Find(job.Id)!.State);
    }

    [Fact]
    public async Task Cancel_Autocomplete_SuggestsOwnWaitingJobs()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue(order => order with { Prompt = "red star" });
        harness.Queue(user: SomeInteraction.Bob);
        await harness.Get<CancelHandler>().SuggestAsync(
            SomeInteraction.Command(harness, "cancel", options: """[{"name":"job","type":4,"value":"red","focused":true}]"""), Cancellation);
        Assert.Contains("""{"choices":[{"name":"#1 \u23F3 red star","value":1}]}""", Assert.Single(harness.Calls).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_OwnPicture_RecordFilesAndMessageGo()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness);
        await harness.Get<DeleteHandler>().HandleAsync(SomeInteraction.Button(harness, $"delete:{job.Id}:1", message: 900), Cancellation);
        Assert.Null(harness.Store.Find(job.Id));
        Assert.False(Directory.Exists(harness.Get<JobFiles>().Folder(job.Id)));
        Assert.Contains(harness.Calls, call => call.ToString() == "DELETE /api/v10/webhooks/4001/fresh-token/messages/@original");
    }

    [Fact]
    public async Task Delete_ByAStranger_IsRefused()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness);
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<DeleteHandler>().HandleAsync(SomeInteraction.Button(harness, $"delete:{job.Id}:1", SomeInteraction.Bob), Cancellation));
        Assert.NotNull(harness.Store.Find(job.Id));
    }

    [Fact]
    public async Task Delete_WhileItWaits_IsRefused()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = harness.Queue();
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<DeleteHandler>().HandleAsync(SomeInteraction.Button(harness, $"delete:{job.Id}:1"), Cancellation));
    }

    [Fact]
    public async Task Upscale_Twice_AnswersWithThePictureOfDoubleTheShownSize()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness);
        await harness.Get<UpscaleHandler>().HandleAsync(SomeInteraction.Button(harness, $"upscale:{job.Id}:1:2", SomeInteraction.Bob), Cancellation);
        var call = harness.Calls[^1];
        Assert.Equal("picture-1-1-x2.png", ReplyHarness.FileOf(call));
        var png = ImageCodec.Decode(call.Body.AsSpan(call.Body.AsSpan().IndexOf("PNG\r\n"u8) - 1));
        Assert.Equal((2 * ShownSize.Least, 2 * ShownSize.Least), (png.Width, png.Height));
    }

    [Fact]
    public async Task Upscale_ForgedFactor_IsRefused()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness);
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<UpscaleHandler>().HandleAsync(SomeInteraction.Button(harness, $"upscale:{job.Id}:1:100"), Cancellation));
    }

    [Fact]
    public async Task Timelapse_FramesOfAPainting_AnswersWithAFilmAndKeepsIt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness);
        var frames = Directory.CreateDirectory(harness.Get<JobFiles>().Frames(job.Id, 1));
        for (var i = 0; i < 5; i++) File.WriteAllBytes(Path.Combine(frames.FullName, $"{i:0000}.png"), TinyPng.Encode(new Rgb24Image(16, 16)));
        await harness.Get<TimelapseHandler>().HandleAsync(SomeInteraction.Button(harness, $"film:{job.Id}:1"), Cancellation);
        Assert.StartsWith("film-1.", ReplyHarness.FileOf(harness.Calls[^1]), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(harness.Get<JobFiles>().Folder(job.Id), "film-*"));
    }

    [Fact]
    public async Task Timelapse_FramesNotKept_SaysSo()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness);
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<TimelapseHandler>().HandleAsync(SomeInteraction.Button(harness, $"film:{job.Id}:1"), Cancellation));
    }

    [Fact]
    public async Task History_MoreThanAPage_HasButtonsThatLeafThrough()
    {
        await using var harness = await ReplyHarness.StartAsync();
        for (var i = 0; i < 5; i++) Delivered(harness);
        var queued = harness.Queue();
        await harness.Get<HistoryHandler>().HandleAsync(SomeInteraction.Command(harness, "history"), Cancellation);
        var first = ReplyHarness.Body(harness.Calls[^1]);
        Assert.Contains($"#{queued.Id}", first.Content, StringComparison.Ordinal);
        Assert.Equal(4, first.Attachments!.Count);
        Assert.Equal(["history:0:1:1", "history:0:1:2"], first.Components![0].Components!.Select(button => button.CustomId));
        await harness.Get<HistoryHandler>().HandleAsync(SomeInteraction.Button(harness, "history:0:1:2", message: 1), Cancellation);
        var second = ReplyHarness.Body(harness.Calls[^1]);
        Assert.Contains("page 2", second.Content, StringComparison.Ordinal);
        Assert.True(second.Components![0].Components![1].Disabled);
    }

    [Fact]
    public async Task Gallery_PicturesOfAChannel_LeavesOutPrivateOnes()
    {
        await using var harness = await ReplyHarness.StartAsync();
        Delivered(harness, "open one");
        Delivered(harness, "secret one", isPrivate: true);
        await harness.Get<GalleryHandler>().HandleAsync(SomeInteraction.Command(harness, "gallery", SomeInteraction.Bob), Cancellation);
        Assert.Contains("open one", ReplyHarness.Body(harness.Calls[^1]).Content, StringComparison.Ordinal);
        await harness.Get<GalleryHandler>().HandleAsync(
            SomeInteraction.Command(harness, "gallery", SomeInteraction.Bob, """[{"name":"user","type":6,"value":"1001"}]"""), Cancellation);
        Assert.DoesNotContain(harness.Calls, call => call.Text.Contains("secret one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SomeInteraction.Bob, Permissions.ManageMessages, false)]
    [InlineData(SomeInteraction.Bob, Permissions.Administrator, true)]
    [InlineData(SomeInteraction.Ada, Permissions.None, true)]
    public async Task Picture_OfAChannelTheAskerMayNotBeIn_IsSeenByOwnerAndAdministratorOnly(ulong user, Permissions rights, bool isSeen)
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness, "from the closed channel");
        var info = () => harness.Get<InfoHandler>().HandleAsync(
            SomeInteraction.Command(harness, "info", user, $$"""[{"name":"job","type":4,"value":{{job.Id}}}]""", channel: 3002, rights: rights), Cancellation);
        if (isSeen) await info();
        else await Assert.ThrowsAsync<UserFacingException>(info);

        var gallery = () => harness.Get<GalleryHandler>().HandleAsync(SomeInteraction.Command(harness, "gallery", user, channel: 3002, rights: rights), Cancellation);
        await Assert.ThrowsAsync<UserFacingException>(gallery);
        Assert.Equal(isSeen, harness.Calls.Any(call => call.Text.Contains("from the closed channel", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Info_PrivatePictureOfSomebodyElse_IsAsIfThereWereNone()
    {
        await using var harness = await ReplyHarness.StartAsync();
        var job = Delivered(harness, isPrivate: true);
        var options = $$"""[{"name":"job","type":4,"value":{{job.Id}}}]""";
        var there = await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<InfoHandler>().HandleAsync(SomeInteraction.Command(harness, "info", SomeInteraction.Bob, options), Cancellation));
        var nowhere = await Assert.ThrowsAsync<UserFacingException>(() =>
            harness.Get<InfoHandler>().HandleAsync(SomeInteraction.Command(harness, "info", SomeInteraction.Bob, options.Replace($"{job.Id}", "555", StringComparison.Ordinal)), Cancellation));
        Assert.Equal(nowhere.Message, there.Message.Replace($"#{job.Id}", "#555", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Info_ByTheMenuOfAMessage_TellsTheSettingsAndHasWorkingButtons()
    {
        await using var harness = await ReplyHarness.StartAsync();
        Delivered(harness);
        await harness.Get<InfoHandler>().HandleAsync(SomeInteraction.Menu(harness, message: 900, SomeInteraction.Bob), Cancellation);
        var body = ReplyHarness.Body(harness.Calls[^1]);
        Assert.Contains("- **seed** 42", body.Content, StringComparison.Ordinal);
        Assert.InRange(body.Content!.Length, 10, 2000);
        Assert.Contains(body.Components!.SelectMany(row => row.Components!), button => button.CustomId == "reroll:1:1");
    }

    [Fact]
    public async Task Info_MessageThatIsNoPicture_SaysSo()
    {
        await using var harness = await ReplyHarness.StartAsync();
        await Assert.ThrowsAsync<UserFacingException>(() => harness.Get<InfoHandler>().HandleAsync(SomeInteraction.Menu(harness, message: 31), Cancellation));
    }

    [Fact]
    public async Task Status_SomebodyElsesPrivatePictureIsPainted_DoesNotTellItsPrompt()
    {
        await using var harness = await ReplyHarness.StartAsync();
        harness.Queue(order => order with { Prompt = "a secret" }, reply => reply with { IsPrivate = true });
        Assert.NotNull(harness.Get<JobQueue>().TakeNext());
        harness.Queue(order => order with { Prompt = "my own" }, user: SomeInteraction.Bob);
        await harness.Get<StatusHandler>().HandleAsync(SomeInteraction.Command(harness, "status", SomeInteraction.Bob), Cancellation);
        var answer = Assert.Single(harness.Calls, call => call.Target.Contains("/callback", StringComparison.Ordinal)).Text;
        Assert.DoesNotContain("a secret", answer, StringComparison.Ordinal);
        Assert.Contains("my own", answer, StringComparison.Ordinal);
        Assert.Contains("place 1", answer, StringComparison.Ordinal);
        Assert.Contains("of 30 left", answer, StringComparison.Ordinal);
        Assert.Contains("\"flags\":64", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_EveryTopic_FitsAMessageAndNamesCommandsToClick()
    {
        var mentions = new CommandMentions();
        Assert.Contains("`/imagine`", HelpText.Of(null, mentions), StringComparison.Ordinal);
        mentions.Know(CommandDefinitions.All.Select((command, i) => command with { Id = new Snowflake(1_200_000_000_000_000_000 + (ulong)i) }));
        Assert.Contains("</imagine:1200000000000000000>", HelpText.Of(null, mentions), StringComparison.Ordinal);
        foreach (var topic in CommandDefinitions.HelpTopics)
        {
            Assert.InRange(HelpText.Of(topic, mentions).Length, 100, 2000);
            Assert.NotEqual(HelpText.Of(null, mentions), HelpText.Of(topic, mentions));
        }
    }

    private static Job Delivered(ReplyHarness harness, string prompt = "chicken surf", bool isPrivate = false)
    {
        var job = harness.Queue(order => order with { Prompt = prompt }, reply => reply with { IsPrivate = isPrivate });
        Assert.NotNull(harness.Store.Take(waiting => waiting[0]));
        harness.Paint(job);
        Assert.True(harness.Store.MarkDelivered(job.Id, job.Id == 1 ? new Snowflake(900) : null));
        return harness.Store.Find(job.Id)!;
    }
}
