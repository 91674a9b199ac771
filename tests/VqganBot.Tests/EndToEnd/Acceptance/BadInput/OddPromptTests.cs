using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.BadInput;

/// <summary>Prompts that are odd but prompts.</summary>
public sealed class OddPromptTests
{
    [Theory]
    [InlineData("@everyone look, @here and <@1> and <@&2> [a](https://example.org)")]
    [InlineData("\u202eright to left\u202c שלום עולם")]
    [InlineData("zero\u200bwidth\u200d joiner\ufeff")]
    [InlineData("# headline\n> quote ```code``` ||spoiler|| -# small")]
    [InlineData("👩‍👩‍👧‍👦🏳️‍🌈 and Z̸̡̛͎a̶͠l̴̈́g̵̓o̷")]
    public Task Prompt_OfOddLetters_IsPaintedAndPingsNobody(string prompt) => BotFixture.RunAsync(async bot =>
    {
        var picture = await bot.PaintAsync(bot.World.Basho, prompt, ("steps", 1L));
        Assert.False(picture.Json.GetProperty("mention_everyone").GetBoolean());
        Assert.Equal(0, picture.Json.GetProperty("mentions").GetArrayLength());
        Assert.Equal(0, picture.Json.GetProperty("mention_roles").GetArrayLength());
        Assert.DoesNotContain("@everyone", picture.Text());
        Assert.DoesNotContain("\u202e", picture.Text());
        Assert.False(string.IsNullOrEmpty(picture.Message.Attachments![0].Description));
    });

    [Fact]
    public Task Prompt_OfTenThousandCharacters_IsRefusedPrivately() => BotFixture.RunAsync(async bot =>
    {
        var outcome = await bot.InvokeAsync(bot.World.Basho, bot.World.Paintings, "imagine", force: true, ("prompt", new string('x', 10_000)));
        var answer = await bot.AnswerAsync(bot.World.Basho, outcome);
        Assert.True(answer.IsEphemeral && answer.Says("10000 characters") && answer.Text().Length < 500, answer.Json.ToString());
        Assert.Empty(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
    });
}
