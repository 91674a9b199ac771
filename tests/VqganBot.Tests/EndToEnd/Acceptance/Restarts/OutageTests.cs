using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VqganBot.Discord.Rest;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.Restarts;

/// <summary>Discord goes away in the middle, or says no.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    [Fact]
    public Task ServerErrors_WhilePainting_LoseNothing() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.Simulator.Faults.FailNext(4, HttpStatusCode.ServiceUnavailable);
        bot.Painter.IsFree = true;
        await bot.UntilAsync(reply, Views.IsPicture, "the picture after the storm");
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task ServerErrors_ThatOutlastEveryRetry_LoseNothing() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.Simulator.Faults.FailNext(int.MaxValue, HttpStatusCode.ServiceUnavailable);
        var before = bot.Evidence.Requests.Count;
        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => Later(bot) && bot.Evidence.Requests.Count > before + 10, "more tries than one request has");
        Assert.Equal(1, bot.Jobs.CountInState(JobState.Painted));

        bot.Simulator.Faults.FailNext(0);
        await bot.UntilAsync(() => Later(bot) && bot.Jobs.CountInState(JobState.Delivered) == 1, "the delivery");
        Assert.True(Views.IsPicture(Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada))));
        Assert.True(Views.IsPicture(bot.World.FindMessage(reply.Id)!));
    }, new BotSetup { PaintsFreely = false, SharesClock = true, Jobs = jobs => jobs.LongestPreparation = TimeSpan.FromHours(1) });

    [Fact]
    public Task LostAnswer_OfTheFinalEdit_ShowsThePictureOnce() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.Simulator.Faults.LoseNextAnswers(1);
        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => bot.Jobs.CountInState(JobState.Delivered) == 1, "the delivery");
        Assert.True(Views.IsPicture(bot.World.FindMessage(reply.Id)!));
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task DeletedReply_WhoseSuccessorsAnswerIsLost_IsPostedAnewOnce() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        Assert.True(bot.World.Delete(bot.World.Ada, reply.Id));
        bot.Simulator.Faults.LoseNextAnswers(1);
        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => bot.Jobs.CountInState(JobState.Delivered) == 1, "the delivery");
        Assert.True(Views.IsPicture(Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada))));
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task Event_ThatComesTwice_IsPaintedOnce() => BotFixture.RunAsync(async bot =>
    {
        bot.Simulator.Faults.DuplicateNext(1);
        await bot.PaintAsync(bot.World.Ada, "chicken surf", ("steps", 1L));
        await bot.PaintAsync(bot.World.Ada, "the next one", ("steps", 1L));
        Assert.Equal(2, bot.Evidence.Steps.Count);
        Assert.Equal(2, bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada).Count);
    });

    [Fact]
    public Task GatewayDrop_WhilePainting_LosesNeitherPictureNorCommand() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.Simulator.Gateway.DropSockets();
        var asked = bot.InvokeAsync(bot.World.Basho, "status");
        bot.Painter.IsFree = true;
        await bot.UntilAsync(reply, Views.IsPicture, "the picture");
        Assert.NotEqual(InteractionAnswer.TimedOut, (await asked).Answer);
    }, new BotSetup { PaintsFreely = false });

    [Theory]
    [InlineData(RateLimitScope.Global)]
    [InlineData(RateLimitScope.User)]
    [InlineData(RateLimitScope.Shared)]
    public Task RateLimit_WhileEditing_DelaysNoAcknowledgement(RateLimitScope scope) => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.Simulator.Faults.RefuseNext(1, TimeSpan.FromSeconds(4), scope);
        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => bot.Services.GetRequiredService<DiscordRestClient>().Counters.RateLimited == 1, "an edit is refused");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bot.InvokeAsync(bot.World.Basho, "status")));
        Assert.All(outcomes, outcome => Assert.True(outcome.Answer == InteractionAnswer.Message && outcome.Elapsed < Quick, $"{outcome.Answer} after {outcome.Elapsed}"));
        Assert.False(Views.IsPicture(bot.World.FindMessage(reply.Id)!));
        await bot.UntilAsync(reply, Views.IsPicture, "the picture after the limit");
    }, new BotSetup { PaintsFreely = false, ExpectedWarnings = ["was rate limited (global)"] });

    [Fact]
    public Task DeadToken_WhilePainting_GoesOnByTheBotsOwnRoute() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.Simulator.Clock.Advance(TimeSpan.FromMinutes(15.1));
        bot.Painter.IsFree = true;
        await bot.UntilAsync(reply, Views.IsPicture, "the picture by the bot's own route");
        Assert.Contains(bot.Evidence.Requests, request => request.Method == "PATCH" && request.Path == $"/channels/{bot.World.Paintings.Id}/messages/{reply.Id}");
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
    }, new BotSetup { PaintsFreely = false, SharesClock = true, Jobs = jobs => jobs.LongestPreparation = TimeSpan.FromHours(1) });

    [Fact]
    public Task DeadToken_OfWhichTheBotDoesNotKnow_GoesOnByTheBotsOwnRoute() => BotFixture.RunAsync(async bot =>
    {
        var reply = await BeginAsync(bot);
        bot.World.ExpireTokens();
        bot.Painter.IsFree = true;
        await bot.UntilAsync(reply, Views.IsPicture, "the picture by the bot's own route");
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task PrivateJob_ThatWouldTakeTooLong_IsRefusedAtOnce() => BotFixture.RunAsync(async bot =>
    {
        // One step in ten seconds, as far as the queue can tell.
        bot.Painter.IsFree = true;
        bot.Painter.BeforeStep = (_, _) => bot.Simulator.Clock.Advance(TimeSpan.FromSeconds(10));
        await bot.PaintAsync(bot.World.Ada, "to measure the speed", ("steps", 10L));

        var asked = await bot.InvokeAsync(bot.World.Basho, "imagine", ("prompt", "a private matter"), ("steps", 1000L), ("private", true));
        var answer = await bot.AnswerAsync(bot.World.Basho, asked);
        Assert.True(answer.IsEphemeral && answer.Says("minutes"), answer.Text());
        Assert.Empty(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
    }, new BotSetup { SharesClock = true });

    [Fact]
    public Task PrivateJob_WhoseTokenDied_IsFoundInTheHistory() => BotFixture.RunAsync(async bot =>
    {
        var outcome = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "a private matter"), ("steps", 3L), ("private", true));
        await bot.UntilAsync(outcome.Message!, Views.IsPainting, "the painting begins");
        bot.Simulator.Clock.Advance(TimeSpan.FromMinutes(15.1));
        bot.Painter.IsFree = true;
        await bot.UntilAsync(() => bot.Jobs.OfUser(bot.World.Ada.Id, 1)[0] is { IsActive: false, Reason: not null }, "it is given up with a reason");

        var history = await bot.AnswerAsync(bot.World.Ada, await bot.InvokeAsync(bot.World.Ada, "history"));
        Assert.True(history.Says("15 minutes") && history.Message.Attachments?.Count == 1, history.Json.ToString());
        Assert.Empty(bot.World.MessagesIn(bot.World.Paintings, bot.World.Basho));
    }, new BotSetup { PaintsFreely = false, SharesClock = true, Jobs = jobs => jobs.LongestPreparation = TimeSpan.FromHours(1), ExpectedWarnings = ["cannot be delivered: OutOfReach"] });

    // Each look is a second later.
    private static bool Later(BotFixture bot)
    {
        bot.Simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        return true;
    }

    private static async Task<MessageView> BeginAsync(BotFixture bot)
    {
        var outcome = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "chicken surf"), ("steps", 3L));
        return await bot.UntilAsync(outcome.Message!, Views.IsPainting, "the painting begins");
    }
}
