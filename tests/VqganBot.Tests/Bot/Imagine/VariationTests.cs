using System.Text.Json;
using VqganBot.Bot;
using VqganBot.Bot.Imagine.Earlier;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Bot.Imagine;

public sealed class VariationTests
{
    [Fact]
    public async Task Variation_WithoutOf_IsOfTheLatestPicture()
    {
        await using var bot = await HandlersFixture.StartAsync();
        await PaintedAsync(bot, "older");
        var latest = await PaintedAsync(bot, "newer");
        await bot.SendAsync(Interactions.Command("variation"));
        var job = Assert.Single(bot.Waiting);
        Assert.Equal((JobKind.Variation, latest.Id, 1, "newer", 0.4), (job.Order.Kind, job.Order.ParentJob, job.Order.ParentTile, job.Order.Prompt, job.Order.Strength));
        Assert.NotEqual(latest.Order.Seed, job.Order.Seed);
    }

    [Fact]
    public async Task Variation_OfATileWithOptions_TakesThem()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var grid = await PaintedAsync(bot, "chicken surf", ("count", 4, "4"));
        await bot.SendAsync(Interactions.Command("variation", ("of", 3, $"\"#{grid.Id}:3\""), ("strength", 10, "0.9"), ("prompt", 3, "\"duck surf\""), ("seed", 4, "5")));
        var job = Assert.Single(bot.Waiting);
        Assert.Equal((grid.Id, 3, 1, 0.9, "duck surf", 5UL), (job.Order.ParentJob, job.Order.ParentTile, job.Order.Count, job.Order.Strength, job.Order.Prompt, job.Order.Seed));
    }

    [Theory]
    [InlineData("\"nonsense\"", "such as `12`")]
    [InlineData("\"1:2:3\"", "such as `12`")]
    [InlineData("\"999\"", "no picture #999")]
    [InlineData("\"-1\"", "such as `12`")]
    [InlineData("\"1:9\"", "none with the number 9")]
    [InlineData("\"1:0\"", "none with the number 0")]
    public async Task Variation_OfWhatIsNotThere_IsRefusedPrivately(string of, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        await PaintedAsync(bot, "chicken surf");
        Assert.Contains(said, await bot.RefusalAsync(Interactions.Command("variation", ("of", 3, of))), StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
    }

    [Fact]
    public async Task Variation_BeforeAnyPicture_IsRefusedPrivately()
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains("no picture yet", await bot.RefusalAsync(Interactions.Command("variation")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_UnderAnOpenPictureOfSomebodyElse_MakesAJobOfThePresser()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var grid = await PaintedAsync(bot, "chicken surf", ("count", 4, "4"));
        await bot.SendAsync(Interactions.Button($"vary:{grid.Id}:1:3", Interactions.Basho));
        var job = Assert.Single(bot.Waiting);
        Assert.Equal((new Snowflake(Interactions.Basho), 3), (job.User, job.Order.ParentTile));
    }

    [Theory]
    [InlineData(ButtonActions.Variation)]
    [InlineData(ButtonActions.Reroll)]
    [InlineData(ButtonActions.Remix)]
    [InlineData(ButtonActions.MoreSteps)]
    public async Task Button_OfAPrivatePictureOfSomebodyElse_IsRefusedAsIfItWereNotThere(string action)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var secret = await PaintedAsync(bot, "secret", ("private", 5, "true"));
        Assert.Contains($"no picture #{secret.Id}", await bot.RefusalAsync(Interactions.Button($"{action}:{secret.Id}:1", Interactions.Basho)), StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
    }

    [Fact]
    public async Task Button_OfAPictureOfAnotherServer_IsRefused()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var picture = await PaintedAsync(bot, "far away");
        var elsewhere = Interactions.Button($"vary:{picture.Id}:1:1", Interactions.Basho) with { GuildId = new Snowflake(77), ChannelId = new Snowflake(78) };
        Assert.Contains("another channel", await bot.RefusalAsync(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variation_OfAPrivatePicture_StaysPrivate()
    {
        await using var bot = await HandlersFixture.StartAsync();
        await PaintedAsync(bot, "secret", ("private", 5, "true"));
        await bot.SendAsync(Interactions.Command("variation"));
        Assert.True(Assert.Single(bot.Waiting).Reply.IsPrivate);
    }

    [Fact]
    public async Task Variation_WhoseStateIsGone_IsRefusedWithWhatToDo()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var picture = await PaintedAsync(bot, "old");
        bot.Files.Delete(picture.Id);
        Assert.Contains("too old", await bot.RefusalAsync(Interactions.Button($"vary:{picture.Id}:1:1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variation_OfAGridThatWasKeptEarly_OffersOnlyThePicturesThereAre()
    {
        await using var bot = await HandlersFixture.StartAsync();
        await bot.SendAsync(Interactions.Command("imagine", ("prompt", 3, "\"chicken surf\""), ("count", 4, "4"), ("steps", 4, "10")));
        var grid = Assert.Single(bot.Waiting);
        bot.Store.Take(waiting => waiting[0]);
        bot.Store.MarkPainted(grid.Id, 15, null);
        bot.Store.MarkDelivered(grid.Id, grid.Reply.Message);

        var suggested = bot.Get<JobSuggestions>().Pictures(grid.User, "");

        Assert.Equal(2, suggested.Count);
        Assert.Contains("has 2 pictures", await bot.RefusalAsync(Interactions.Button($"vary:{grid.Id}:1:3")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variation_OfAPictureThatCouldNotBeShown_IsQueued()
    {
        await using var bot = await HandlersFixture.StartAsync();
        await bot.SendAsync(Interactions.Command("imagine", ("prompt", 3, "\"chicken surf\"")));
        var job = Assert.Single(bot.Waiting);
        bot.Store.Take(waiting => waiting[0]);
        File.WriteAllBytes(bot.Files.State(job.Id, 1), [1]);
        bot.Store.MarkPainted(job.Id, job.Order.Steps, null);
        bot.Store.MarkUndeliverable(job.Id, "The message it belonged to is gone.");

        await bot.SendAsync(Interactions.Button($"vary:{job.Id}:1:1"));

        Assert.Equal(job.Id, Assert.Single(bot.Waiting).Order.ParentJob);
    }

    [Fact]
    public async Task Reroll_OfAGrid_IsTheSameOrderWithAnotherSeed()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var grid = await PaintedAsync(bot, "chicken surf", ("count", 4, "4"), ("style", 3, "\"watercolour\""));
        await bot.SendAsync(Interactions.Button($"reroll:{grid.Id}:1"));
        var job = Assert.Single(bot.Waiting);
        Assert.NotEqual(grid.Order.Seed, job.Order.Seed);
        Assert.Equal(grid.Order, job.Order with { Seed = grid.Order.Seed });
    }

    [Fact]
    public async Task MoreSteps_OfATile_GoesOnFromItAndRerollOfItPaintsAllAnew()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var grid = await PaintedAsync(bot, "chicken surf", ("count", 4, "4"), ("steps", 4, "30"), ("seed", 4, "10"));
        var question = await bot.SendAsync(Interactions.Button($"more:{grid.Id}:1"));
        Assert.Contains("Which one", question.GetProperty("data").GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Contains($"more:{grid.Id}:1:4", question.ToString(), StringComparison.Ordinal);

        var press = Interactions.Button($"more:{grid.Id}:1:2");
        await bot.SendAsync(press);
        var more = bot.Painted(press);
        Assert.Equal((JobKind.MoreSteps, grid.Id, 2, 30, 11UL, 1), (more.Order.Kind, more.Order.ParentJob, more.Order.ParentTile, more.Order.Steps, more.Order.Seed, more.Order.Count));

        await bot.SendAsync(Interactions.Button($"reroll:{more.Id}:1"));
        var anew = Assert.Single(bot.Waiting);
        Assert.Equal((JobKind.Imagine, 60, 1), (anew.Order.Kind, anew.Order.Steps, anew.Order.Count));
    }

    [Fact]
    public async Task Remix_Pressed_OpensTheFormWithTheOldWordsAndSubmittedQueuesTheNewOnes()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var picture = await PaintedAsync(bot, "chicken surf", ("negative", 3, "\"fog\""));
        var modal = (await bot.SendAsync(Interactions.Button($"remix:{picture.Id}:1"))).GetProperty("data");
        Assert.Equal($"remix:{picture.Id}:1", modal.GetProperty("custom_id").GetString());
        Assert.InRange(modal.GetProperty("title").GetString()!.Length, 1, 45);
        Assert.Equal(["chicken surf", "fog"], modal.GetProperty("components").EnumerateArray().Select(label => label.GetProperty("component").GetProperty("value").GetString()));

        await bot.SendAsync(Interactions.Modal($"remix:{picture.Id}:1", Interactions.Ada, ("prompt", "duck surf"), ("negative", "")));
        Assert.Equal(picture.Order with { Prompt = "duck surf", Negative = null }, Assert.Single(bot.Waiting).Order);
    }

    [Theory]
    [InlineData("prompt", "", "is empty")]
    [InlineData("forged", "duck", "is empty")]
    [InlineData("prompt", "duck:9999", "weights lie")]
    public async Task Remix_AFormOfAnotherShape_IsRefused(string field, string text, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var picture = await PaintedAsync(bot, "chicken surf");
        Assert.Contains(said, await bot.RefusalAsync(Interactions.Modal($"remix:{picture.Id}:1", Interactions.Ada, (field, text))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggest_OwnPictures_ShowsTilesAndFindsWordsAndNumbers()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var duck = await PaintedAsync(bot, "duck " + string.Concat(Enumerable.Repeat("pond ", 60)));
        var grid = await PaintedAsync(bot, "chicken", ("count", 4, "2"));
        await PaintedAsync(bot, "of another", Interactions.Basho);
        Assert.Equal([$"{grid.Id}:1", $"{grid.Id}:2", $"{duck.Id}"], await SuggestedAsync(bot, ""));
        Assert.Equal([$"{duck.Id}"], await SuggestedAsync(bot, "DUCK"));
        Assert.Equal([$"{grid.Id}:1", $"{grid.Id}:2"], await SuggestedAsync(bot, $"#{grid.Id}"));
    }

    [Fact]
    public async Task Suggest_JobsToCancel_AreThoseThatAreNotOver()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var done = await PaintedAsync(bot, "done");
        await bot.SendAsync(Interactions.Imagine("waiting"));
        var waiting = Assert.Single(bot.Waiting);
        Assert.Equal([waiting.Id], await NumbersAsync(bot, "cancel"));
        Assert.Equal([waiting.Id, done.Id], await NumbersAsync(bot, "info"));
    }

    [Theory]
    [InlineData("vary:1:2")]
    [InlineData("unknown:1:1")]
    [InlineData("")]
    [InlineData("🎲")]
    public async Task Button_OfAnotherVersion_IsAnsweredPrivately(string customId)
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains("another version", await bot.RefusalAsync(Interactions.Button(customId)), StringComparison.Ordinal);
    }

    private static async Task<Job> PaintedAsync(HandlersFixture bot, string prompt, params IReadOnlyList<(string, int, string)> options)
    {
        var interaction = Interactions.Imagine(prompt, options);
        await bot.SendAsync(interaction);
        return bot.Painted(interaction);
    }

    private static async Task<Job> PaintedAsync(HandlersFixture bot, string prompt, ulong user)
    {
        var interaction = Interactions.Imagine(prompt).By(user);
        await bot.SendAsync(interaction);
        return bot.Painted(interaction);
    }

    private static async Task<string[]> SuggestedAsync(HandlersFixture bot, string typed)
    {
        var choices = (await bot.SendAsync(Interactions.Typing("variation", "of", typed))).GetProperty("data").GetProperty("choices").EnumerateArray().ToArray();
        Assert.All(choices, choice => Assert.InRange(choice.GetProperty("name").GetString()!.Length, 1, 100));
        return [.. choices.Select(choice => choice.GetProperty("value").GetString()!)];
    }

    private static async Task<long[]> NumbersAsync(HandlersFixture bot, string command) =>
        [.. (await bot.SendAsync(Interactions.Typing(command, "job", "", type: 4))).GetProperty("data").GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetInt64())];
}
