using Microsoft.Extensions.Logging;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Interactions;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayDispatchTests
{
    [Fact]
    public async Task Interaction_DeliveredTwice_ComesOnce()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.DispatchAsync("INTERACTION_CREATE", 2, """{"id":"100"}""");
        await connection.DispatchAsync("INTERACTION_CREATE", 3, """{"id":"100"}""");
        await connection.DispatchAsync("INTERACTION_CREATE", 4, """{"id":100}""");
        await connection.DispatchAsync("INTERACTION_CREATE", 5, """{"id":"101"}""");
        // Only interactions are told apart by id: two changes of one server are two events.
        await connection.DispatchAsync("GUILD_UPDATE", 6, """{"id":"100"}""");
        await connection.DispatchAsync("GUILD_UPDATE", 7, """{"id":"100"}""");

        string[] seen = [await IdAsync(), await IdAsync(), await IdAsync(), await IdAsync()];
        Assert.Equal(["INTERACTION_CREATE 100", "INTERACTION_CREATE 101", "GUILD_UPDATE 100", "GUILD_UPDATE 100"], seen);

        async Task<string> IdAsync()
        {
            var dispatch = await harness.NextAsync();
            return $"{dispatch.EventName} {dispatch.Data.GetProperty("id")}";
        }
    }

    [Fact]
    public async Task Interaction_ReplayedAfterAResume_ComesOnce()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.DispatchAsync("INTERACTION_CREATE", 2, """{"id":"100"}""");
        await harness.NextAsync();
        await connection.CloseAsync(4000);

        var (resumed, _) = await harness.AcceptResumeAsync();
        await resumed.DispatchAsync("INTERACTION_CREATE", 2, """{"id":"100"}""");
        await resumed.DispatchAsync("RESUMED", 3, "{}");

        Assert.Equal("RESUMED", (await harness.NextAsync()).EventName);
    }

    [Fact]
    public async Task Dispatch_TellsWhenItCame()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        harness.Clock.Advance(TimeSpan.FromSeconds(3));

        await connection.DispatchAsync("A", 2, "{}");

        Assert.Equal(harness.Clock.GetTimestamp(), (await harness.NextAsync()).ReceivedAt);
    }

    [Fact]
    public async Task Dispatches_NobodyReads_DropTheOldestAndKeepTheConnection()
    {
        await using var harness = await GatewayHarness.StartAsync(new GatewayOptions { DispatchCapacity = 3 });
        var connection = await harness.BecomeReadyAsync();

        for (var i = 1; i <= 5; i++) await connection.DispatchAsync($"E{i}", i + 1, "{}");
        await connection.SendAsync("""{"op":1}""");
        await connection.ReceiveAsync(op: 1);

        Assert.Equal("E3", (await harness.NextAsync()).EventName);
        Assert.Equal("E4", (await harness.NextAsync()).EventName);
        Assert.Equal("E5", (await harness.NextAsync()).EventName);
        Assert.True(harness.Logs.Contains(LogLevel.Warning, "Event E1 was dropped unhandled"));
        Assert.True(harness.Logs.Contains(LogLevel.Warning, "Event E2 was dropped unhandled"));
    }

    [Fact]
    public void RecentInteractions_BeyondTheirCapacity_ForgetTheOldest()
    {
        var recent = new RecentInteractions(capacity: 2);
        Assert.True(recent.TryAdd(new Snowflake(1)));
        Assert.True(recent.TryAdd(new Snowflake(2)));
        Assert.False(recent.TryAdd(new Snowflake(1)));

        Assert.True(recent.TryAdd(new Snowflake(3)));

        Assert.False(recent.TryAdd(new Snowflake(2)));
        Assert.True(recent.TryAdd(new Snowflake(1)));
    }
}
