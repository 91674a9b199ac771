using Microsoft.Extensions.DependencyInjection;
using VqganBot.Bot.Sight;
using VqganBot.Imaging;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;
using VqganBot.Tests.Fakes;

namespace VqganBot.Tests.EndToEnd.Acceptance.Sight;

/// <summary>Whoever searches finds what they may see, the nearest first, and nothing else.</summary>
public sealed class SearchTests
{
    [Fact]
    public Task Search_FindsWhatTheAskerMaySee_NearestFirst() => BotFixture.RunAsync(async bot =>
    {
        var (ada, basho, curie) = (bot.World.Ada, bot.World.Basho, bot.World.Curie);
        await PaintAsync(bot, bot.World.Paintings, curie, "a dark cellar", grey: 32);
        await PaintAsync(bot, bot.World.Paintings, curie, "a bright morning", grey: 249);
        await PaintAsync(bot, bot.World.Paintings, basho, "a lamp in the fog", grey: 187);
        await PaintAsync(bot, bot.World.Gallery, curie, "snow on the hills", grey: 218);
        await PaintAsync(bot, bot.World.Paintings, curie, "a secret garden", grey: 156, isPrivate: true);
        await RememberedAsync(bot, pictures: 5);

        Assert.Equal(["a bright morning", "a lamp in the fog", "a dark cellar"], Found(await SearchAsync(bot, basho, bot.World.Paintings)));
        Assert.Equal(["snow on the hills", "a lamp in the fog"], Found(await SearchAsync(bot, basho, bot.World.Gallery)));
        // An administrator sees every channel, and what is private is nobody's but its owner's.
        Assert.Equal(["a bright morning", "snow on the hills", "a lamp in the fog", "a dark cellar"], Found(await SearchAsync(bot, ada, bot.World.Paintings)));
        Assert.Equal(["a bright morning", "snow on the hills", "a lamp in the fog", "a secret garden", "a dark cellar"], Found(await SearchAsync(bot, curie, bot.World.Paintings)));
    });

    [Fact]
    public Task Search_LikeAPicture_AndItsButtons_LeadOn() => BotFixture.RunAsync(async bot =>
    {
        for (var i = 1; i <= 7; i++) await PaintAsync(bot, bot.World.Paintings, bot.World.Basho, $"wall number {i}", grey: i * 31 + 1);
        await RememberedAsync(bot, pictures: 7);
        var picture = new Rgb24Image(8, 8);
        var outcome = await bot.InvokeAsync(bot.World.Basho, "search", ("like", new UploadedFile("black.png", "image/png", TinyPng.Encode(picture))));
        var page = await bot.AnswerAsync(bot.World.Basho, outcome);
        Assert.True(page.IsEphemeral, page.Json.ToString());
        Assert.Equal(["wall number 1", "wall number 2", "wall number 3", "wall number 4", "wall number 5"], Found(page));
        Assert.Equal(5, page.Message.Attachments!.Count);

        await bot.StopAsync();
        await bot.StartAsync();
        await bot.World.PressButtonAsync(bot.World.Basho, page.Id, page.Button("Farther"));
        page = await bot.UntilAsync(page, message => message.Says("page 2"), "the second page");
        Assert.Equal(["wall number 6", "wall number 7"], Found(page));
        Assert.Contains($"https://discord.com/channels/{bot.World.GuildId}/{bot.World.Paintings.Id}/", page.Text(), StringComparison.Ordinal);

        var job = bot.Jobs.OfUser(bot.World.Basho.Id, 10).Single(job => job.Order.Prompt == "wall number 7");
        var info = await bot.World.PressButtonAsync(bot.World.Basho, page.Id, page.Button($"Info #{job.Id}"));
        Assert.True((await bot.AnswerAsync(bot.World.Basho, info)).Says("wall number 7"));
        var varied = await bot.World.PressButtonAsync(bot.World.Basho, page.Id, page.Button($"Vary #{job.Id}"));
        var variation = await bot.UntilAsync(await bot.AnswerAsync(bot.World.Basho, varied), Views.IsPicture, "the variation");
        Assert.True(variation.Says($"variation of job #{job.Id}"));
    });

    [Fact]
    public Task Search_ForWhatWasDeletedOrForgotten_FindsNothing() => BotFixture.RunAsync(async bot =>
    {
        var (ada, basho) = (bot.World.Ada, bot.World.Basho);
        var deleted = await PaintAsync(bot, bot.World.Paintings, ada, "a dark cellar", grey: 32);
        await PaintAsync(bot, bot.World.Paintings, basho, "a bright morning", grey: 249);
        await RememberedAsync(bot, pictures: 2);

        await bot.World.PressButtonAsync(ada, deleted.Id, deleted.Button("Delete"));
        await bot.UntilAsync(() => bot.World.FindMessage(deleted.Id) is null, "the picture is deleted");
        Assert.Equal(["a bright morning"], Found(await SearchAsync(bot, ada, bot.World.Paintings)));

        var asked = await bot.InvokeAsync(basho, "forget-me");
        await bot.World.PressButtonAsync(basho, asked.Message!.Id, asked.Message.Button("Delete everything"));
        await bot.UntilAsync(() => bot.Jobs.OfUser(basho.Id, 10).Count == 0, "all is forgotten");
        Assert.True((await SearchAsync(bot, ada, bot.World.Paintings)).Says("nothing to find"));
        Assert.Empty(bot.Services.GetRequiredService<EmbeddingStore>().Newest(bot.World.GuildId, ada.Id, "fake", 100));
    });

    [Fact]
    public Task Search_ForNothing_IsToldHow() => BotFixture.RunAsync(async bot =>
    {
        var answer = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, "search"));
        Assert.True(answer.IsEphemeral && answer.Says("Say what to look for"), answer.Text());
    });

    /// <summary>The painter's pictures are all of one grey: 31 times the seed, and one for the step.</summary>
    private static async Task<MessageView> PaintAsync(BotFixture bot, SimulatedChannel channel, SimulatedUser user, string prompt, int grey, bool isPrivate = false)
    {
        (string, OptionValue)[] options = [("prompt", prompt), ("steps", 1L), ("seed", (grey - 1) / 31), ("private", isPrivate)];
        var outcome = await bot.InvokeAsync(user, channel, "imagine", force: false, options);
        return await bot.UntilAsync(outcome.Message!, Views.IsPicture, $"the picture of '{prompt}'");
    }

    private static Task RememberedAsync(BotFixture bot, int pictures) => bot.UntilAsync(
        () => bot.Services.GetRequiredService<EmbeddingStore>().Newest(bot.World.GuildId, bot.World.Ada.Id, "fake", 100).Count == pictures, "all pictures are looked at and shown");

    private static async Task<MessageView> SearchAsync(BotFixture bot, SimulatedUser user, SimulatedChannel channel) =>
        await bot.AnswerAsync(user, await bot.InvokeAsync(user, channel, "search", force: false, ("text", "something of the grey 255")));

    private static IEnumerable<string> Found(MessageView page) => page.Text().Split('\n').Where(line => line.StartsWith("🖼️", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf("** ", StringComparison.Ordinal) + 3)..line.IndexOf(" · ", StringComparison.Ordinal)]);
}
