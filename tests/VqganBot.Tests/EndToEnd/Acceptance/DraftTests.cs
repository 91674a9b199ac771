using System.Collections.Concurrent;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance;

/// <summary>Sketches in seconds, and the one that is liked painted.</summary>
public sealed class DraftTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task RefineButton_AfterARestart_PaintsThatDraftFromItsFirstStep(bool isGraceful) => BotFixture.RunAsync(async bot =>
    {
        var drafts = await DraftAsync(bot, ("negative", "fog in the morning"), ("steps", 30L));
        Assert.Equal(["Refine 1", "Refine 2", "Refine 3", "Refine 4"], new[] { "Refine 1", "Refine 2", "Refine 3", "Refine 4", "Refine 5", "V1", "More steps" }.Where(label => drafts.FindButton(label) is not null));
        Assert.True(drafts.Says("best 4 of 16 drafts") && drafts.Says("without fog"), drafts.Text());

        if (isGraceful) await bot.StopAsync();
        else await bot.KillAsync();
        await bot.StartAsync();
        var told = new ConcurrentQueue<(string What, long Job, int Tile, int Step)>();
        bot.Painter.Told = (what, job, tile, step) => told.Enqueue((what, job, tile, step));
        var pressed = await bot.World.PressButtonAsync(bot.World.Basho, drafts.Id, drafts.Button("Refine 3"));
        var refined = await bot.UntilAsync(await bot.AnswerAsync(bot.World.Basho, pressed), Views.IsPicture, "the refined draft");

        var parent = bot.Jobs.OfMessage(drafts.Id)!;
        Assert.Equal(("refine", parent.Id, 3, 0), told.First());
        var order = bot.Evidence.Steps.Last().Order;
        Assert.Equal((JobKind.Refine, 30, 1, parent.Order.Seed, "fog in the morning"), (order.Kind, order.Steps, order.Count, order.Seed, order.Negative));
        Assert.True(refined.Says($"refined from the draft job #{parent.Id} (picture 3)"), refined.Text());
    });

    [Fact]
    public Task Buttons_UnderDrafts_DraftAnew_AndShowEachByItself() => BotFixture.RunAsync(async bot =>
    {
        var drafts = await DraftAsync(bot);
        var kept = await bot.World.PressButtonAsync(bot.World.Ada, drafts.Id, drafts.Button("Keep as they are"));
        Assert.Equal(4, (await bot.AnswerAsync(bot.World.Ada, kept)).Message.Attachments!.Count);

        var rerolled = await bot.World.PressButtonAsync(bot.World.Ada, drafts.Id, drafts.Button("Re-roll"));
        var others = await bot.UntilAsync(await bot.AnswerAsync(bot.World.Ada, rerolled), IsDrafts, "other drafts");
        var (first, second) = (bot.Jobs.OfMessage(drafts.Id)!.Order, bot.Jobs.OfMessage(others.Id)!.Order);
        Assert.Equal(first with { Seed = second.Seed }, second);
        Assert.NotEqual(first.Seed, second.Seed);

        var info = await bot.World.PressButtonAsync(bot.World.Ada, drafts.Id, drafts.Button("Info"));
        Assert.Contains("16 drafts", (await bot.AnswerAsync(bot.World.Ada, info)).Text(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Draft_RerolledAfterItWasRefined_IsPaintedFromItsWords() => BotFixture.RunAsync(async bot =>
    {
        var drafts = await DraftAsync(bot);
        var refined = await bot.UntilAsync(await bot.AnswerAsync(bot.World.Ada, await bot.World.PressButtonAsync(bot.World.Ada, drafts.Id, drafts.Button("Refine 1"))), Views.IsPicture, "the refined draft");
        var again = await bot.World.PressButtonAsync(bot.World.Ada, refined.Id, refined.Button("Re-roll"));
        await bot.UntilAsync(await bot.AnswerAsync(bot.World.Ada, again), Views.IsPicture, "another picture");

        var order = bot.Evidence.Steps.Last().Order;
        Assert.Equal((JobKind.Imagine, (long?)null, 7, "a lighthouse in the snow"), (order.Kind, order.ParentJob, order.Steps, order.Prompt));
    });

    [Fact]
    public Task Draft_OfAPackThatCannot_SaysWhichCan() => BotFixture.RunAsync(async bot =>
    {
        var answer = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, "imagine", ("prompt", "a lighthouse in the snow"), ("mode", "draft"), ("model", TestModels.Plodder)));
        Assert.True(answer.IsEphemeral && answer.Says($"model:{TestModels.Sketcher}"), answer.Text());
        Assert.Empty(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
    });

    [Fact]
    public Task Drafts_TakeAQuarterOfAnAllowance() => BotFixture.RunAsync(async bot =>
    {
        for (var i = 0; i < 4; i++) await DraftAsync(bot);
        var fifth = await bot.AnswerAsync(bot.World.Ada, await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "a lighthouse in the snow"), ("mode", "draft"), ("model", TestModels.Sketcher)));
        Assert.True(fifth.IsEphemeral && fifth.Says("in the last hour"), fifth.Text());
    }, new BotSetup { Limits = """{ "everyone": { "jobs_per_hour": 1, "most_pictures": 1 } }""" });

    private static async Task<MessageView> DraftAsync(BotFixture bot, params (string Name, OptionValue Value)[] options)
    {
        var outcome = await bot.InvokeAsync(bot.World.Ada, "imagine", [("prompt", "a lighthouse in the snow"), ("mode", "draft"), ("model", TestModels.Sketcher), .. options]);
        return await bot.UntilAsync(outcome.Message!, IsDrafts, "the drafts");
    }

    private static bool IsDrafts(MessageView message) => message.FindButton("Refine 1") is not null && message.Message.Attachments?.Count == 1;
}
