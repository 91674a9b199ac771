using System.Globalization;
using VqganBot.Jobs;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.Load;

/// <summary>Whose turn it is.</summary>
public sealed class FairnessTests(ITestOutputHelper output)
{
    [Fact]
    public Task Queue_OfOneWhoAskedForManyAndOthersAfterwards_LetsEverybodyHaveAFirstPicture() => BotFixture.RunAsync(async bot =>
    {
        SimulatedUser[] others = [bot.World.Basho, bot.World.Curie, bot.World.Durer, bot.World.AddUser("Eve")];
        var first = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "first"), ("steps", 1L));
        await bot.UntilAsync(first.Message!, Views.IsPainting, "the first painting begins");
        for (var number = 0; number < 5; number++) await AskAsync(bot, bot.World.Ada);
        foreach (var user in others.Concat(others)) await AskAsync(bot, user);

        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => bot.Jobs.InState(JobState.Delivered).Count == 14, "all is delivered");

        Job[] order = [.. bot.Evidence.Steps.Select(step => bot.Jobs.Find(step.Id)!)];
        output.WriteLine("turn  asked  user    waited");
        foreach (var (job, turn) in order.Select((job, turn) => (job, turn)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turn + 1,4}  {job.Id,5}  {bot.World.FindUser(job.User)!.DisplayName,-6}  {(job.StartedAt - job.CreatedAt)?.TotalMilliseconds,6:0} ms"));
        Assert.Equal(bot.World.Ada.Id, order[0].User);
        Assert.Equal(others.Select(user => user.Id).Order(), order[1..5].Select(job => job.User).Order());
    }, new BotSetup { PaintsFreely = false });

    private static async Task AskAsync(BotFixture bot, SimulatedUser user)
    {
        var outcome = await bot.InvokeAsync(user, "imagine", ("prompt", "another"), ("steps", 1L));
        await bot.UntilAsync(outcome.Message!, message => !message.IsLoading, "it is queued");
    }
}
