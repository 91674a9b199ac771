using VqganBot.Bot;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Bot.Replies;

public sealed class ReplyWriterTests
{
    private static readonly JobEstimate Third = new(3, 5, SomeJob.Time.AddSeconds(90), SomeJob.Time.AddSeconds(120));

    private static readonly JobProgress Halfway = new(12, 120, 250, 1, 1, [1.0, 0.9, 0.6, 0.5], 3.14, TimeSpan.FromSeconds(41), null);

    [Fact]
    public void Queued_ThirdOfFive_SaysPlaceAndTimes()
    {
        var body = ReplyWriter.Queued(SomeJob.ChickenSurf, Third);
        Assert.Equal(
            """
            > chicken surf
            ⏳ **Place 3 of 5 in line** · starts <t:1772366490:R> · done <t:1772366520:R>
            -# seed 42 · 250 steps · best · 128×128 · toybox · job #12
            """, body.Content);
        Assert.Equal(["stop:12:1"], Ids(body));
    }

    [Fact]
    public void Queued_NothingMeasuredYet_SaysThePlaceAlone() =>
        Assert.Contains("⏳ **Next in line**\n", ReplyWriter.Queued(SomeJob.ChickenSurf, new JobEstimate(1, 1, null, null)).Content, StringComparison.Ordinal);

    [Fact]
    public void Queued_LimitKeepsItWaiting_SaysWhy() =>
        Assert.Contains("\n-# One of yours is being painted.\n", ReplyWriter.Queued(SomeJob.ChickenSurf, Third with { WaitReason = "One of yours is being painted." }).Content, StringComparison.Ordinal);

    [Theory]
    [InlineData(true, true, 16, true)]
    [InlineData(true, true, 14, false)]
    [InlineData(false, true, 16, false)]
    [InlineData(false, false, 16, true)]
    public void Queued_DoneAfterTheTokenDied_SaysItAtOnceWhereNothingElseReaches(bool isPrivate, bool isBotInGuild, int minutes, bool isSaid)
    {
        var job = SomeJob.ChickenSurf with { Reply = SomeJob.ChickenSurf.Reply with { IsPrivate = isPrivate, IsBotInGuild = isBotInGuild } };
        var body = ReplyWriter.Queued(job, Third with { EndsAt = SomeJob.Time.AddMinutes(minutes) });
        Assert.Equal(isSaid, body.Content!.Contains("/history", StringComparison.Ordinal));
    }

    [Fact]
    public void Painting_Halfway_ShowsBarTrendAndTimeLeft()
    {
        var body = ReplyWriter.Painting(SomeJob.ChickenSurf, Halfway);
        Assert.Equal(
            """
            > chicken surf
            🎨 ▰▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱ **48 %** · step 120 of 250
            -# loss █▇▂▁ 0.500 · 3.1 steps/s · 41 s left
            -# job #12
            """, body.Content);
        Assert.Equal(["keep:12:1", "stop:12:1"], Ids(body));
    }

    [Fact]
    public void Painting_ThirdPictureOfFour_CountsThoseBefore() =>
        Assert.Contains("**50 %** · step 0 of 250 · picture 3 of 4", ReplyWriter.Painting(SomeJob.ChickenSurf, Halfway with { Step = 0, Tile = 3, Count = 4, StepsDone = 500 }).Content, StringComparison.Ordinal);

    [Fact]
    public void Painting_FirstStep_LeavesOutWhatIsNotKnown()
    {
        var body = ReplyWriter.Painting(SomeJob.ChickenSurf, new JobProgress(12, 1, 250, 1, 1, [0.9], 0, null, null));
        Assert.Contains("\n-# loss 0.900\n", body.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Final_OnePicture_HasItsSettingsAndAllButtons()
    {
        var body = ReplyWriter.Final(SomeJob.ChickenSurf.Painted());
        Assert.Equal(
            """
            > chicken surf
            -# seed 42 · 250 steps · best · 128×128 · toybox · job #12 · 9.4 s
            """, body.Content);
        Assert.Equal(
            ["vary:12:1:1", "reroll:12:1", "remix:12:1", "more:12:1", "upscale:12:1:2", "upscale:12:1:4", "film:12:1", "info:12:1", "delete:12:1"], Ids(body));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void Final_Grid_HasAButtonForEachPicture(int count)
    {
        var ids = Ids(ReplyWriter.Final(SomeJob.ChickenSurf.Of(order => order with { Count = count }).Painted()));
        Assert.Equal(Enumerable.Range(1, count).Select(tile => $"vary:12:1:{tile}"), ids.Where(id => id.StartsWith("vary", StringComparison.Ordinal)));
    }

    [Fact]
    public void Final_GridKeptAtItsSecondPicture_HasTwoPictures()
    {
        var job = SomeJob.ChickenSurf.Of(order => order with { Count = 4 }).Painted() with { StepsDone = 300 };
        var body = ReplyWriter.Final(job);
        Assert.Contains("300 of 1000 steps", body.Content, StringComparison.Ordinal);
        Assert.Equal(["vary:12:1:1", "vary:12:1:2"], Ids(body).Where(id => id.StartsWith("vary", StringComparison.Ordinal)));
        Assert.EndsWith("2 pictures in a grid", AltText.Of(job), StringComparison.Ordinal);
    }

    [Fact]
    public void Painting_PrivateAndLongerThanTheTokenLives_SaysWhereThePictureWillBe()
    {
        var job = SomeJob.ChickenSurf with { Reply = SomeJob.ChickenSurf.Reply with { IsPrivate = true } };
        Assert.Contains("/history", ReplyWriter.Painting(job, Halfway, SomeJob.Time.AddMinutes(20)).Content, StringComparison.Ordinal);
        Assert.DoesNotContain("/history", ReplyWriter.Painting(job, Halfway, SomeJob.Time.AddMinutes(10)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Final_VariationStoppedEarly_SaysWhereItCameFromAndHowFarItWent()
    {
        var job = SomeJob.ChickenSurf.Of(order => order with
        {
            Kind = JobKind.Variation, ParentJob = 11, ParentTile = 2, Strength = 0.6, Style = "watercolour", Negative = "text",
        }).Painted() with { StepsDone = 120, Note = "Fewer cutouts." };
        Assert.Equal(
            """
            > chicken surf
            -# variation of job #11 (picture 2) · strength 0.6 · style watercolour · without text
            -# seed 42 · 120 of 250 steps · best · 128×128 · toybox · job #12 · 9.4 s
            -# ℹ️ Fewer cutouts.
            """, ReplyWriter.Final(job).Content);
    }

    [Theory]
    [InlineData(nameof(JobState.Failed), "⚠️ **This could not be painted.** The GPU stood still.")]
    [InlineData(nameof(JobState.Cancelled), "✖️ **Cancelled.** The GPU stood still.")]
    public void Ended_WithReason_SaysIt(string state, string line) => Assert.Contains(
        line, ReplyWriter.Ended(SomeJob.ChickenSurf with { State = Enum.Parse<JobState>(state), Reason = "The GPU stood still." }).Content!.Split('\n'));

    [Fact]
    public void Restarted_InTheMiddle_SaysTheStep() => Assert.Contains(
        "I was restarted; going on at step 120 of 250.", ReplyWriter.Restarted(SomeJob.ChickenSurf with { StepsDone = 120 }, Third).Content, StringComparison.Ordinal);

    public static TheoryData<int> Counts => [1, 2, 5, 9, 10, 64];

    [Theory]
    [MemberData(nameof(Counts))]
    public void EveryBody_LongestTexts_KeepsToDiscordsLimits(int count)
    {
        var longest = new string('*', 10_000);
        var job = SomeJob.ChickenSurf.Of(order => order with
        {
            Prompt = longest, Negative = longest, Style = longest, Preset = longest, Model = longest, Count = count, Seed = ulong.MaxValue,
            Strength = 0.123456789, ParentJob = long.MaxValue, ParentTile = 9, HasStartImage = true, Width = 100_000, Height = 100_000, Steps = int.MaxValue / 128,
        }).Painted() with { Id = long.MaxValue, Note = longest, Reason = longest, GpuTime = TimeSpan.FromDays(3), State = JobState.Failed };
        var estimate = new JobEstimate(99_999, 99_999, SomeJob.Time, SomeJob.Time.AddDays(40), WaitReason: "A limit.");
        foreach (var body in (MessageBody[])[
            ReplyWriter.Queued(job, estimate), ReplyWriter.Restarted(job, estimate), ReplyWriter.Pausing(job), ReplyWriter.Starting(job),
            ReplyWriter.Painting(job, Halfway with { Count = count }), ReplyWriter.Final(job), ReplyWriter.Ended(job)])
        {
            Assert.InRange(body.Content!.Length, 1, 2000);
            Assert.InRange(body.Components!.Count, 1, 5);
            Assert.All(body.Components, row => Assert.InRange(row.Components!.Count, 1, 5));
            Assert.All(Buttons(body), button => Assert.InRange(button.Label!.Length, 1, 80));
            Assert.Equal(Ids(body).Length, Ids(body).Distinct().Count());
            Assert.All(Ids(body), id => Assert.InRange(id.Length, 1, 100));
            Assert.All(Ids(body), id => Assert.Equal(id, ButtonId.Parse(id)!.ToString()));
            Assert.Empty(body.AllowedMentions.Parse);
        }

        Assert.InRange(AltText.Of(job).Length, 1, 1024);
        Assert.InRange(AltText.OfTile(job, count).Length, 1, 1024);
        Assert.InRange(AltText.Of(job, Halfway with { Count = count }).Length, 1, 1024);
        Assert.InRange(AltText.OfFilm(job).Length, 1, 1024);
    }

    [Fact]
    public void Queued_ModelThatIsAPathOfTheMachine_ShowsItsNameOnly()
    {
        var job = SomeJob.ChickenSurf.Of(order => order with { Model = "/srv/secret/packs/mine/" });
        var content = ReplyWriter.Queued(job, new JobEstimate(1, 1, null, null)).Content!;
        Assert.Contains("· mine ·", content, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", content, StringComparison.Ordinal);
    }

    [Fact]
    public void AltText_WhilePainting_SaysWhatAndHowFar() =>
        Assert.Equal("'chicken surf', painted by VQGAN+CLIP, step 120 of 250", AltText.Of(SomeJob.ChickenSurf, Halfway));

    private static string[] Ids(MessageBody body) => [.. Buttons(body).Select(button => button.CustomId!)];

    private static IEnumerable<Component> Buttons(MessageBody body) => body.Components!.SelectMany(row => row.Components!);
}
