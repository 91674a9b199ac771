using Microsoft.Extensions.DependencyInjection;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.Restarts;

/// <summary>The bot goes away in the middle and comes back on what it left.</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Restart_WhilePainting_GoesOnWhereItStood(bool isGraceful) => BotFixture.RunAsync(async bot =>
    {
        var (painting, waiting) = await StartTwoAsync(bot);
        // One at a time: in three steps within a millisecond nothing would have been written down.
        for (var step = 1; step <= 3; step++)
        {
            bot.Painter.Allow(1);
            await bot.UntilAsync(() => bot.Services.GetRequiredService<JobQueue>().Running is [{ Progress: { } progress }] && progress.Step == step, $"step {step}");
        }

        if (isGraceful) await bot.StopAsync();
        else await bot.KillAsync();
        if (isGraceful) Assert.All([painting, waiting], message => Assert.Contains("being restarted", bot.World.FindMessage(message.Id)!.Text()));
        await bot.StartAsync();
        await bot.UntilAsync(painting, message => message.Says("I was restarted"), "the reply says that it goes on");
        bot.Painter.IsFree = true;
        await bot.UntilAsync(painting, Views.IsPicture, "the picture that was begun");
        await bot.UntilAsync(waiting, Views.IsPicture, "the picture that waited");

        // Not a step was painted twice, and no picture is there twice.
        Assert.Equal(10 + 1, bot.Evidence.Steps.Count);
        Assert.Equal([painting.Id, waiting.Id], bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada).Select(message => message.Id));
    }, new BotSetup { PaintsFreely = false, Jobs = jobs => jobs.StateSaveInterval = TimeSpan.FromMilliseconds(1) });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Buttons_OfBeforeARestart_Work(bool isGraceful) => BotFixture.RunAsync(async bot =>
    {
        var (ada, world) = (bot.World.Ada, bot.World);
        bot.Painter.IsFree = true;
        var picture = await bot.PaintAsync(ada, "chicken surf", ("steps", 2L));
        bot.Painter.IsFree = false;
        var (painting, waiting) = await StartTwoAsync(bot);
        if (isGraceful) await bot.StopAsync();
        else await bot.KillAsync();
        await bot.StartAsync();
        await bot.UntilAsync(painting, message => message.FindButton("Stop") is not null, "the painting goes on");

        await world.PressButtonAsync(ada, painting.Id, world.FindMessage(painting.Id)!.Button("Stop"));
        await bot.UntilAsync(painting, message => message.Says("Cancelled"), "the stop");
        bot.Painter.IsFree = true;
        await bot.UntilAsync(waiting, Views.IsPicture, "the one that waited");
        foreach (var label in new[] { "Variations", "Re-roll", "More steps" })
        {
            var pressed = await world.PressButtonAsync(ada, picture.Id, picture.Button(label));
            await bot.UntilAsync(await bot.AnswerAsync(ada, pressed), Views.IsPicture, label);
        }

        var info = await world.PressButtonAsync(ada, picture.Id, picture.Button("Info"));
        Assert.Contains("chicken surf", (await bot.AnswerAsync(ada, info)).Json.ToString());
        await world.PressButtonAsync(ada, picture.Id, picture.Button("Delete"));
        await bot.UntilAsync(() => world.FindMessage(picture.Id) is null, "the picture is deleted");
        Assert.Null(bot.Jobs.OfMessage(picture.Id));
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task Kill_BetweenPaintingAndDelivery_DeliversOnce() => BotFixture.RunAsync(async bot =>
    {
        var outcome = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "chicken surf"), ("steps", 1L));
        await bot.UntilAsync(outcome.Message!, Views.IsPainting, "the painting begins");
        bot.Simulator.Faults.FailNext(int.MaxValue);
        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => bot.Jobs.CountInState(JobState.Painted) == 1, "it is painted");
        await bot.KillAsync();
        bot.Simulator.Faults.FailNext(0);
        await bot.StartAsync();
        await bot.UntilAsync(outcome.Message!, Views.IsPicture, "the picture");
        await bot.UntilAsync(() => bot.Jobs.CountInState(JobState.Delivered) == 1, "it is written down");

        Assert.Single(bot.Evidence.Steps);
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
    }, new BotSetup { PaintsFreely = false });

    /// <summary>One that is painted, and one that waits behind it.</summary>
    private static async Task<(MessageView Painting, MessageView Waiting)> StartTwoAsync(BotFixture bot)
    {
        InteractionOutcome painting = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "a pond"), ("steps", 10L));
        await bot.UntilAsync(painting.Message!, Views.IsPainting, "the painting begins");
        InteractionOutcome waiting = await bot.InvokeAsync(bot.World.Basho, "imagine", ("prompt", "a frog"), ("steps", 1L));
        await bot.UntilAsync(waiting.Message!, message => message.FindButton("Cancel") is not null, "the other waits");
        return (painting.Message!, waiting.Message!);
    }
}
