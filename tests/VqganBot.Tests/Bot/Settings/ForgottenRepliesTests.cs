using VqganBot.Bot.Replies;
using VqganBot.Tests.Bot.Imagine;

namespace VqganBot.Tests.Bot.Settings;

public sealed class ForgottenRepliesTests
{
    [Fact]
    public async Task ForgetMe_WhileAJobWaits_ItsReplySaysSoAndKeepsNeitherWordsNorButtons()
    {
        await using var bot = await HandlersFixture.StartAsync();
        await bot.SendAsync(Interactions.Imagine("chicken surf"));
        var job = Assert.Single(bot.Waiting);

        await bot.SendAsync(Interactions.Button($"forget:{Interactions.Ada}:1"));

        Assert.Null(bot.Store.Find(job.Id));
        Assert.Null(bot.Get<ReplyUpdater>().ShownPlace(job.Id));
        var edit = bot.Calls.Last(call => call.Target.Contains(job.Reply.Token, StringComparison.Ordinal) && call.Text.Contains("This was deleted", StringComparison.Ordinal));
        Assert.DoesNotContain("chicken", edit.Text, StringComparison.Ordinal);
        Assert.Contains("\"components\":[]", edit.Text, StringComparison.Ordinal);
    }
}
