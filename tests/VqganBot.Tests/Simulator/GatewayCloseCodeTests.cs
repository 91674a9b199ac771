using VqganBot.Simulator.RateLimits;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class GatewayCloseCodeTests
{
    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"playground","intents":1}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"playground","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"playground","intents":1073741824,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"playground","intents":32768,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"playground","intents":1,"properties":{},"shard":[1,1]}}""", 4010)]
    [InlineData("""{"op":3,"d":{"since":null,"status":"idle","afk":false,"activities":[]}}""", 4003)]
    [InlineData("""{"op":77,"d":null}""", 4001)]
    [InlineData("""{"op":""", 4002)]
    [InlineData("[]", 4002)]
    public async Task Send_WrongAtTheStart_ClosesWithItsCode(string frame, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await RawGateway.OpenAsync(bot.App);
        await gateway.SendAsync(frame);
        Assert.Equal(code, await gateway.CloseAsync());
    }

    [Theory]
    [InlineData("v=8&encoding=json", 4012)]
    [InlineData("v=10&encoding=etf", 4002)]
    public async Task Connect_UnknownVersionOrEncoding_Closes(string query, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await RawGateway.OpenAsync(bot.App, query: query, greeted: false);
        Assert.Equal(code, await gateway.CloseAsync());
    }

    [Fact]
    public async Task Identify_Twice_ClosesWith4005()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await gateway.SendAsync(RawGateway.Identify());
        Assert.Equal(4005, await gateway.CloseAsync());
    }

    [Theory]
    [InlineData(4096, 11)]
    [InlineData(4097, null)]
    public async Task Send_LargerThan4096Bytes_ClosesWith4002(int bytes, int? answer)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        const string Beat = """{"op":1,"d":1}""";
        await gateway.SendAsync(Beat + new string(' ', bytes - Beat.Length));
        Assert.Equal(answer, (int?)(await gateway.ReadAsync())?["op"]);
        if (answer is null)
            Assert.Equal(4002, gateway.CloseCode);
    }

    [Fact]
    public async Task Send_121TimesInAMinute_ClosesWith4008()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        // The identify was the first.
        for (int beat = 2; beat <= 120; beat++)
        {
            await gateway.SendAsync("""{"op":1,"d":1}""");
            Assert.Equal(11, (int)(await gateway.ReadAsync())!["op"]!);
        }
        await gateway.SendAsync("""{"op":1,"d":1}""");
        Assert.Equal(4008, await gateway.CloseAsync());
    }

    [Fact]
    public async Task Identify_WithinFiveSeconds_SessionIsInvalid()
    {
        await using RawBot bot = await RawBot.StartAsync(RateLimitOptions.Discord);
        await using RawGateway first = await bot.ConnectAsync();
        await using RawGateway second = await RawGateway.OpenAsync(bot.App);
        await second.SendAsync(RawGateway.Identify());
        Assert.Equal(9, (int)(await second.ReadAsync())!["op"]!);

        bot.Advance(TimeSpan.FromSeconds(5));
        await using RawGateway third = await bot.ConnectAsync();
        Assert.Equal(2, bot.App.Gateway.Identifies);
    }

    [Fact]
    public async Task Identify_MoreOftenThanTheBudget_TokenIsReset()
    {
        await using RawBot bot = await RawBot.StartAsync(RateLimitOptions.Loose with { IdentifiesPerDay = 1 });
        Assert.Equal(1, (int)(await bot.SendAsync("GET", "/gateway/bot")).Json!["session_start_limit"]!["remaining"]!);
        await using RawGateway first = await bot.ConnectAsync();
        Assert.Equal(0, (int)(await bot.SendAsync("GET", "/gateway/bot")).Json!["session_start_limit"]!["remaining"]!);
        await using RawGateway second = await RawGateway.OpenAsync(bot.App);
        await second.SendAsync(RawGateway.Identify());
        Assert.Equal(9, (int)(await second.ReadAsync())!["op"]!);
        Assert.Equal(401, (int)(await bot.SendAsync("GET", "/users/@me")).Status);
    }
}
