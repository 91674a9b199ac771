using System.Net;
using System.Net.WebSockets;
using System.Text;
using VqganBot.Simulator.Client;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class FaultTests
{
    [Fact]
    public async Task Fail_NextRequests_AreNotCarriedOut()
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.FailNext(1, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SayAsync(bot)).Status);
        Assert.Empty(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
        Assert.Equal(HttpStatusCode.OK, (await SayAsync(bot)).Status);
    }

    [Fact]
    public async Task LoseAnswer_RequestIsCarriedOut()
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.LoseNextAnswers(1);
        await Assert.ThrowsAsync<HttpRequestException>(() => SayAsync(bot));
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));
    }

    [Fact]
    public async Task Delay_AnswerWaitsForTheClock()
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.AnswerDelay = TimeSpan.FromSeconds(10);
        Task<RawBot.Reply> answer = SayAsync(bot);
        // The request has to arrive before the time moves; each move is too short to end the wait by itself but for those after it.
        while (!answer.IsCompleted)
        {
            bot.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
        Assert.True(bot.App.Clock.GetUtcNow() - bot.Clock.GetUtcNow() >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Revoke_TokenIsRefusedEverywhere()
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.TokenIsRevoked = true;
        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot)).Status);
        await using RawGateway gateway = await RawGateway.OpenAsync(bot.App);
        await gateway.SendAsync(RawGateway.Identify());
        Assert.Equal(4004, await gateway.CloseAsync());
    }

    [Fact]
    public async Task Duplicate_InteractionComesTwiceWithOneId()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.App.Faults.DuplicateNext(1);
        (InteractionCreate first, _) = await bot.PaintAsync(gateway);
        Assert.Equal(first.Id, (await gateway.InteractionAsync()).Id);
    }

    [Fact]
    public async Task Drop_ConnectionBreaksWithoutAWord()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.App.Gateway.DropSockets();
        await Assert.ThrowsAsync<WebSocketException>(gateway.ReadAsync);
    }

    [Fact]
    public async Task Close_ByScript_HasTheCode()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.App.Gateway.CloseSockets(4008, "By script.");
        Assert.Equal(4008, await gateway.CloseAsync());
    }

    [Fact]
    public async Task Freeze_NothingComesAndTheSessionGoesOn()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawGateway gateway = await bot.ConnectAsync(intents: 1 | (1 << 9));
        bot.App.Gateway.FreezeSockets();
        await gateway.SendAsync("""{"op":1,"d":2}""");
        bot.World.Post(bot.World.Ada, bot.World.Paintings, "unheard");
        await using RawGateway second = await RawGateway.OpenAsync(bot.App, url: gateway.ResumeUrl);
        await second.SendAsync($$"""{"op":6,"d":{"token":"playground","session_id":"{{gateway.SessionId}}","seq":{{gateway.Sequence}} } }""");
        Assert.Equal("unheard", (string?)(await second.DispatchAsync("MESSAGE_CREATE"))["content"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InvalidSession_SaysWhetherItMayResume(bool canResume)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.App.Gateway.InvalidateSessions(canResume);
        var frame = (await gateway.ReadAsync())!;
        Assert.Equal((9, canResume), ((int)frame["op"]!, (bool)frame["d"]!));
    }

    [Fact]
    public async Task Reconnect_BeforeHello_ComesInsteadOfIt()
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.ReconnectBeforeHello(1);
        await using RawGateway gateway = await RawGateway.OpenAsync(bot.App, greeted: false);
        Assert.Equal(7, (int)(await gateway.ReadAsync())!["op"]!);
        await using RawGateway second = await RawGateway.OpenAsync(bot.App);
    }

    [Fact]
    public async Task Gateway_AskedForThings_SendsTheirOpcodes()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.App.Gateway.AskToReconnect();
        bot.App.Gateway.AskForHeartbeat();
        Assert.Equal(7, (int)(await gateway.ReadAsync())!["op"]!);
        Assert.Equal(1, (int)(await gateway.ReadAsync())!["op"]!);
    }

    [Theory]
    [InlineData("""{"fault":"fail","code":500}""", 500)]
    [InlineData("""{"fault":"rate_limit","seconds":3,"scope":"Shared"}""", 429)]
    [InlineData("""{"fault":"revoke_token"}""", 401)]
    public async Task Control_FaultByHttp_Happens(string order, int status)
    {
        await using RawBot bot = await RawBot.StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, await ControlAsync(bot, "faults", order));
        Assert.Equal(status, (int)(await SayAsync(bot)).Status);
    }

    [Fact]
    public async Task Control_ClockByHttp_LetsTheApplicationNotRespond()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (_, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);
        Assert.Equal(HttpStatusCode.OK, await ControlAsync(bot, "clock", """{"advance_seconds":4}"""));
        bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(InteractionAnswer.TimedOut, (await outcome).Answer);
    }

    [Theory]
    [InlineData("faults", """{"fault":"earthquake"}""")]
    [InlineData("clock", """{"advance_seconds":-1}""")]
    public async Task Control_Nonsense_IsRefused(string path, string order)
    {
        await using RawBot bot = await RawBot.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await ControlAsync(bot, path, order));
    }

    private static Task<RawBot.Reply> SayAsync(RawBot bot) => bot.JsonAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", """{"content":"x"}""");

    private static async Task<HttpStatusCode> ControlAsync(RawBot bot, string path, string order)
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.PostAsync(new Uri(bot.App.Address, $"simulator/{path}"), new StringContent(order, Encoding.UTF8, "application/json"));
        return response.StatusCode;
    }
}
