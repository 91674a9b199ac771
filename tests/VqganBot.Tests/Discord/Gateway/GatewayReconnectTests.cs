using VqganBot.Discord.Gateway;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayReconnectTests
{
    /// <summary>The gap that Discord wants between two Identifies.</summary>
    private static readonly TimeSpan IdentifyGap = TimeSpan.FromSeconds(5);

    /// <summary>The pause after an invalid session, where chance says one half.</summary>
    private static readonly TimeSpan InvalidSessionPause = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    public async Task Close_WithACodeToResumeAfter_Resumes(int code)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.DispatchAsync("A", 5, "{}");
        await harness.NextAsync();

        await connection.CloseAsync(code);

        var (_, resume) = await harness.AcceptResumeAsync();
        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
        Assert.Equal(5, resume.GetProperty("seq").GetInt64());
        Assert.Equal(GatewayHarness.Token, resume.GetProperty("token").GetString());
        Assert.Equal(1, harness.Located);
    }

    [Theory]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Close_WithACodeThatEndsTheSession_IdentifiesAnew(int code)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.CloseAsync(code);

        await harness.PassAsync(IdentifyGap);
        await harness.BecomeReadyAsync("session-2");
        Assert.Equal("session-2", harness.Client.Session!.SessionId);
    }

    [Theory]
    [InlineData(4004, "Developer Portal")]
    [InlineData(4010, "DISCORD_API_URL")]
    [InlineData(4011, "sharding")]
    [InlineData(4012, "Update VqganBot")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public async Task Close_WithACodeForGood_StopsAndSaysWhatToDo(int code, string advice)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync(op: 2);

        await connection.CloseAsync(code);

        var exception = await Assert.ThrowsAsync<GatewayClosedException>(() => harness.Running);
        Assert.Equal(code, exception.Code);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{code}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(GatewayState.Closed, harness.Client.State);
        Assert.False(harness.Gateway.TryAccept());
        Assert.False(await harness.Client.Dispatches.WaitToReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Line_BrokenWithoutACode_Resumes()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        connection.Abort();

        await harness.AcceptResumeAsync();
    }

    [Fact]
    public async Task Resume_OnItsOwnAddressWithTheSameQuery_ReplaysAndGoesOn()
    {
        await using var elsewhere = await ScriptedGateway.StartAsync();
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync(op: 2);
        await connection.ReadyAsync(elsewhere.Address);
        await harness.NextAsync();
        await connection.CloseAsync(4000);

        var resumed = await elsewhere.AcceptAsync();
        Assert.Equal(connection.Query, resumed.Query);
        await resumed.HelloAsync();
        await resumed.ReceiveAsync(op: 6);
        Assert.Equal(GatewayState.Resuming, harness.Client.State);
        await resumed.DispatchAsync("MISSED", 2, "{}");
        Assert.Equal("MISSED", (await harness.NextAsync()).EventName);
        Assert.Equal(GatewayState.Resuming, harness.Client.State);
        await resumed.DispatchAsync("RESUMED", 3, "{}");
        Assert.Equal("RESUMED", (await harness.NextAsync()).EventName);
        Assert.Equal(GatewayState.Ready, harness.Client.State);

        await resumed.CloseAsync(4000);
        await harness.PassAsync(GatewayHarness.FirstBackOff);
        var again = await elsewhere.AcceptAsync();
        await again.HelloAsync();
        Assert.Equal(3, (await again.ReceiveAsync(op: 6)).GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Resume_WhenItsAddressFails_FallsBackToANewSession()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync(op: 2);
        await connection.ReadyAsync(new Uri("ws://127.0.0.1:1"));
        await harness.NextAsync();

        await connection.CloseAsync(4000);

        await harness.PassAsync(GatewayHarness.FirstBackOff);
        await harness.PassAsync(IdentifyGap - GatewayHarness.FirstBackOff);
        await harness.BecomeReadyAsync("session-2");
    }

    [Fact]
    public async Task Resume_WhenNothingAnswersAtAll_KeepsTheSessionUntilTheNetworkIsBack()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        harness.Gateway.Refusal = 502;
        harness.Locate = _ => throw new HttpRequestException("no route to host");

        await connection.CloseAsync(4000);
        await harness.PassAsync(TimeSpan.FromSeconds(1));
        await harness.PassAsync(TimeSpan.FromSeconds(2));
        await harness.PassAsync(TimeSpan.FromSeconds(4));
        await harness.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(8));
        harness.Gateway.Refusal = null;
        harness.Clock.Advance(TimeSpan.FromSeconds(8));
        var (_, resume) = await harness.AcceptResumeAsync();

        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
    }

    [Fact]
    public async Task Resume_ThatNeverComesThrough_IsGivenUpAfterThree()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.CloseAsync(4000);
        foreach (var backOff in (double[])[1, 2, 4])
        {
            var (attempt, _) = await harness.AcceptResumeAsync();
            await attempt.CloseAsync(4000);
            await harness.PassAsync(TimeSpan.FromSeconds(backOff));
        }

        await harness.BecomeReadyAsync("session-2");
    }

    [Fact]
    public async Task BackOff_OfGatewaysThatRefuse_DoublesUpToAMinute()
    {
        await using var harness = await GatewayHarness.StartAsync(set: harness => harness.Gateway.Refusal = 503);

        foreach (var seconds in (double[])[1, 2, 4, 8, 16, 32, 60, 60])
            await harness.PassAsync(TimeSpan.FromSeconds(seconds));

        Assert.True(harness.Logs.Contains(Microsoft.Extensions.Logging.LogLevel.Warning, "The gateway connection failed"));
        await harness.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(60));
        harness.Gateway.Refusal = null;
        harness.Clock.Advance(TimeSpan.FromSeconds(60));
        await harness.BecomeReadyAsync();
    }

    [Fact]
    public async Task Opcode7_WhenReady_ResumesOnANewConnection()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendAsync("""{"op":7,"d":null}""");

        Assert.Equal(4200, await connection.ClosedWith);
        await harness.AcceptResumeAsync();
    }

    [Fact]
    public async Task Opcode7_InPlaceOfHello_ConnectsAnew()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();

        await connection.SendAsync("""{"op":7,"d":null}""");

        Assert.Equal(4200, await connection.ClosedWith);
        await harness.BecomeReadyAsync();
    }

    [Fact]
    public async Task Opcode7_InPlaceOfHelloWhenResuming_KeepsTheSession()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.SendAsync("""{"op":7,"d":null}""");
        var second = await harness.Gateway.AcceptAsync();

        await second.SendAsync("""{"op":7,"d":null}""");

        await harness.PassAsync(GatewayHarness.FirstBackOff);
        await harness.AcceptResumeAsync();
    }

    [Fact]
    public async Task Opcode7_AgainAndAgain_IsMetMoreAndMoreSlowly()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.SendAsync("""{"op":7,"d":null}""");
        foreach (var seconds in (double[])[1, 2, 4, 8])
        {
            var (again, _) = await harness.AcceptResumeAsync();
            await again.DispatchAsync("RESUMED", 2, "{}");
            await harness.NextAsync();
            await again.SendAsync("""{"op":7,"d":null}""");
            await harness.PassAsync(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public async Task Opcode9_Resumable_ResumesAfterAPause()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendAsync("""{"op":9,"d":true}""");

        Assert.Equal(4200, await connection.ClosedWith);
        await harness.PassAsync(InvalidSessionPause);
        await harness.AcceptResumeAsync();
    }

    [Theory]
    [InlineData("false")]
    [InlineData("null")]
    public async Task Opcode9_NotResumable_IdentifiesAnewAfterAPause(string data)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.SendAsync("""{"op":7,"d":null}""");
        var (second, _) = await harness.AcceptResumeAsync();

        await second.SendAsync($$"""{"op":9,"d":{{data}}}""");

        await harness.PassAsync(InvalidSessionPause);
        await harness.PassAsync(IdentifyGap - InvalidSessionPause);
        await harness.BecomeReadyAsync("session-2");
        Assert.Equal(2, harness.Located);
    }

    [Fact]
    public async Task Handshake_ThatDoesNotEnd_IsGivenUpAfterAMinute()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var silent = await harness.Gateway.AcceptAsync();

        await harness.PassAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(4200, await silent.ClosedWith);
        await harness.BecomeReadyAsync();
    }
}
