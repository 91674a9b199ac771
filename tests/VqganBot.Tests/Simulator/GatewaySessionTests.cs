using System.Text.Json.Nodes;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class GatewaySessionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Identify_GoodToken_GivesReadyAndTheGuild(bool compress)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await RawGateway.OpenAsync(bot.App, compress);
        await gateway.SendAsync(RawGateway.Identify());

        JsonObject ready = await gateway.DispatchAsync("READY");
        Assert.Equal(10, (int)ready["v"]!);
        Assert.Equal(bot.Application, (string?)ready["application"]!["id"]);
        Assert.True((bool)ready["guilds"]![0]!["unavailable"]!);

        JsonObject guild = await gateway.DispatchAsync("GUILD_CREATE");
        Assert.Equal(["paintings", "gallery", "after-dark"], guild["channels"]!.AsArray().Select(channel => (string)channel!["name"]!));
        Assert.Equal(2, gateway.Sequence);
    }

    [Fact]
    public async Task Heartbeat_IsAcknowledged()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await gateway.SendAsync("""{"op":1,"d":2}""");
        Assert.Equal(11, (int)(await gateway.ReadAsync())!["op"]!);
    }

    [Fact]
    public async Task Heartbeat_NeverSent_ClosesWith4009()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(62));
        Assert.Equal(4009, await gateway.CloseAsync());
    }

    [Fact]
    public async Task Heartbeat_SimulatedTimeJumps_ConnectionStays()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        bot.Advance(TimeSpan.FromHours(1));
        await gateway.SendAsync("""{"op":1,"d":2}""");
        Assert.Equal(11, (int)(await gateway.ReadAsync())!["op"]!);
    }

    [Fact]
    public async Task Resume_AfterBreakingOff_ReplaysWhatWasMissedThenResumed()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawGateway first = await bot.ConnectAsync(intents: 1 | (1 << 9));
        await first.CloseWithAsync(4000);
        bot.World.Post(bot.World.Basho, bot.World.Gallery, "while you were away");

        await using RawGateway second = await RawGateway.OpenAsync(bot.App, url: first.ResumeUrl);
        await second.SendAsync(Resume(first));
        Assert.Equal("while you were away", (string?)(await second.DispatchAsync("MESSAGE_CREATE"))["content"]);
        Assert.Equal("RESUMED", (string?)(await second.ReadAsync())!["t"]);
        Assert.Equal(1, bot.App.Gateway.Resumes);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task Resume_AfterGoodbye_SessionIsInvalid(int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawGateway first = await bot.ConnectAsync();
        await first.CloseWithAsync(code);
        Assert.False(await ResumesAsync(bot, first));
    }

    [Fact]
    public async Task Resume_AfterMinutes_SessionIsInvalid()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawGateway first = await bot.ConnectAsync();
        await first.CloseWithAsync(4000);
        while (bot.App.Gateway.IsConnected)
            await Task.Yield();
        bot.Advance(TimeSpan.FromMinutes(4));
        Assert.False(await ResumesAsync(bot, first));
    }

    [Fact]
    public async Task Resume_SequenceOfTheFuture_ClosesWith4007()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawGateway first = await bot.ConnectAsync();
        await first.CloseWithAsync(4000);
        await using RawGateway second = await RawGateway.OpenAsync(bot.App, url: first.ResumeUrl);
        await second.SendAsync($$"""{"op":6,"d":{"token":"playground","session_id":"{{first.SessionId}}","seq":99} }""");
        Assert.Equal(4007, await second.CloseAsync());
    }

    [Fact]
    public async Task Presence_IsSeenByPeopleAndGoneWithTheBot()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawGateway gateway = await bot.ConnectAsync();
        var events = bot.World.Subscribe(TestContext.Current.CancellationToken);
        await gateway.SendAsync("""{"op":3,"d":{"since":null,"status":"idle","afk":false,"activities":[{"name":"x","type":4,"state":"3 in line"}]}}""");
        var shown = Assert.IsType<VqganBot.Simulator.World.Events.WorldEvent.PresenceChanged>(await events.ReadAsync(RawBot.Soon()));
        Assert.Equal(("idle", "3 in line"), (shown.Presence.Status, shown.Presence.Text));

        await gateway.CloseWithAsync(1000);
        var gone = Assert.IsType<VqganBot.Simulator.World.Events.WorldEvent.PresenceChanged>(await events.ReadAsync(RawBot.Soon()));
        Assert.Equal("offline", gone.Presence.Status);
    }

    private static string Resume(RawGateway session) =>
        $$"""{"op":6,"d":{"token":"playground","session_id":"{{session.SessionId}}","seq":{{session.Sequence}} } }""";

    private static async Task<bool> ResumesAsync(RawBot bot, RawGateway session)
    {
        await using RawGateway second = await RawGateway.OpenAsync(bot.App, url: session.ResumeUrl);
        await second.SendAsync(Resume(session));
        JsonObject frame = (await second.ReadAsync())!;
        if ((int)frame["op"]! != 9)
            return true;
        Assert.False((bool)frame["d"]!);
        return false;
    }
}
