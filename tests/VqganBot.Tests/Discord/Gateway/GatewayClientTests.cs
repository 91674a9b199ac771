using VqganBot.Discord.Gateway;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayClientTests
{
    [Theory]
    [InlineData(true, "?v=10&encoding=json&compress=zlib-stream")]
    [InlineData(false, "?v=10&encoding=json")]
    public async Task Run_AgainstAGateway_IdentifiesAndBecomesReady(bool compress, string query)
    {
        await using var harness = await GatewayHarness.StartAsync(new GatewayOptions { Compress = compress });
        var connection = await harness.Gateway.AcceptAsync();
        Assert.Equal(query, connection.Query);
        await harness.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(GatewayState.AwaitingHello, harness.Client.State);

        await connection.HelloAsync();
        var identify = await connection.ReceiveAsync(op: 2);
        Assert.Equal(GatewayState.Identifying, harness.Client.State);
        Assert.Equal(GatewayHarness.Token, identify.GetProperty("token").GetString());
        Assert.Equal(1, identify.GetProperty("intents").GetInt32());
        Assert.Equal("linux", identify.GetProperty("properties").GetProperty("os").GetString());

        await connection.ReadyAsync(harness.Gateway.Address);
        var ready = await harness.NextAsync();
        Assert.Equal("READY", ready.EventName);
        Assert.Equal(GatewayState.Ready, harness.Client.State);
        Assert.Equal("session-1", harness.Client.Session!.SessionId);

        await connection.DispatchAsync("SOMETHING_NEW", 2, """{"unheard":["of"]}""");
        Assert.Equal("SOMETHING_NEW", (await harness.NextAsync()).EventName);
    }

    [Fact]
    public async Task Run_Cancelled_ClosesTheSessionAndCompletesTheDispatches()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await harness.StopAsync();

        Assert.Equal(1000, await connection.ClosedWith);
        Assert.Equal(GatewayState.Closed, harness.Client.State);
        Assert.False(await harness.Client.Dispatches.WaitToReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_ASecondTime_IsRefusedAndLeavesTheFirstAlone()
    {
        await using var harness = await GatewayHarness.StartAsync();
        await harness.BecomeReadyAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.Client.RunAsync(CancellationToken.None));

        Assert.Equal(GatewayState.Ready, harness.Client.State);
    }
}
