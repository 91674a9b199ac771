using System.Text.Json;
using VqganBot.Discord.Gateway;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayHeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    /// <summary>Where chance says one half.</summary>
    private static readonly TimeSpan FirstBeat = Interval / 2;

    [Fact]
    public async Task Beat_TheFirst_IsJitteredAndCarriesNoSequenceBeforeAnyEvent()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync((int)Interval.TotalMilliseconds);
        await connection.ReceiveAsync(op: 2);

        await harness.PassAsync(FirstBeat);

        Assert.Equal(JsonValueKind.Null, (await connection.ReceiveAsync(op: 1)).ValueKind);
    }

    [Fact]
    public async Task Beat_EveryInterval_CarriesTheLastSequence()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.DispatchAsync("A", 7, "{}");
        await harness.NextAsync();
        await connection.SendAsync("""{"op":0,"t":"B","s":null,"d":{}}""");
        await harness.NextAsync();

        await harness.PassAsync(FirstBeat);
        Assert.Equal(7, (await connection.ReceiveAsync(op: 1)).GetInt64());
        for (var sequence = 8; sequence < 11; sequence++)
        {
            await connection.SendAsync("""{"op":11}""");
            await connection.DispatchAsync("C", sequence, "{}");
            await harness.NextAsync();
            await harness.PassAsync(Interval);
            Assert.Equal(sequence, (await connection.ReceiveAsync(op: 1)).GetInt64());
        }
    }

    [Fact]
    public async Task Beat_NotAcknowledged_LeavesWithACodeThatKeepsTheSessionAndResumes()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await harness.PassAsync(FirstBeat);
        await connection.ReceiveAsync(op: 1);

        await harness.PassAsync(Interval);

        Assert.Equal(4200, await connection.ClosedWith);
        var (_, resume) = await harness.AcceptResumeAsync();
        Assert.Equal("session-1", resume.GetProperty("session_id").GetString());
        Assert.False(connection.TryReceive(out _), "A second beat went out although the first was not acknowledged.");
    }

    [Fact]
    public async Task Beat_OnALineThatDiedSilently_IsNoticedAndTheSessionResumed()
    {
        BlackHole? hole = null;
        await using var harness = await GatewayHarness.StartAsync(set: harness =>
        {
            hole = new BlackHole(harness.Gateway.Address);
            harness.Locate = h => h.Bot() with { Url = hole.Address.ToString() };
        });
        using var _ = hole;
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync((int)Interval.TotalMilliseconds);
        await connection.ReceiveAsync(op: 2);
        await connection.ReadyAsync(hole!.Address);
        await harness.NextAsync();

        hole.Freeze();
        await harness.PassAsync(FirstBeat);
        await harness.PassAsync(Interval);
        // Nobody answers the goodbye either: it is not waited for long.
        await harness.PassAsync(TimeSpan.FromSeconds(1.5));

        var (again, resume) = await harness.AcceptResumeAsync();
        Assert.Equal(1, resume.GetProperty("seq").GetInt64());
        await again.DispatchAsync("RESUMED", 2, "{}");
        Assert.Equal("RESUMED", (await harness.NextAsync()).EventName);
        Assert.Equal(GatewayState.Ready, harness.Client.State);
    }

    [Fact]
    public async Task Beat_AskedForByTheServer_IsAnsweredAtOnceAndLeavesTheScheduleAlone()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendAsync("""{"op":1,"d":null}""");
        Assert.Equal(1, (await connection.ReceiveAsync(op: 1)).GetInt64());

        // It is not acknowledged, and need not be: only beats of the schedule prove life.
        await harness.PassAsync(FirstBeat);
        await connection.ReceiveAsync(op: 1);
        await connection.SendAsync("""{"op":11}""");
        await connection.DispatchAsync("A", 2, "{}");
        await harness.NextAsync();
        await harness.PassAsync(Interval);
        await connection.ReceiveAsync(op: 1);
        Assert.Equal(GatewayState.Ready, harness.Client.State);
    }

    [Theory]
    [InlineData("""{"heartbeat_interval":0}""")]
    [InlineData("""{"heartbeat_interval":-1}""")]
    [InlineData("""{"heartbeat_interval":"soon"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Hello_WithoutAnInterval_IsLeftAndTriedAgain(string data)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();

        await connection.SendAsync($$"""{"op":10,"d":{{data}}}""");

        Assert.Equal(4200, await connection.ClosedWith);
        await harness.BecomeReadyAsync();
    }

    [Fact]
    public async Task Requests_MoreThanTheSendLimit_ArePartlyLeftUnansweredAndTheLineStays()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        for (var i = 0; i < 200; i++) await connection.SendAsync("""{"op":1,"d":null}""");
        await connection.DispatchAsync("A", 2, "{}");
        await harness.NextAsync();

        // 120 in a minute, of which the Identify was one.
        for (var i = 0; i < 119; i++) await connection.ReceiveAsync(op: 1);
        harness.Clock.Advance(TimeSpan.FromSeconds(19));
        await connection.SendAsync("""{"op":1,"d":null}""");
        await connection.DispatchAsync("B", 3, "{}");
        await harness.NextAsync();
        Assert.False(connection.TryReceive(out _), "The 121st payload of a minute was sent.");
        Assert.Equal(GatewayState.Ready, harness.Client.State);
    }

    [Fact]
    public async Task Presence_WhenTheLimitIsNearlyUsedUp_LeavesThePlacesOfHeartbeats()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        for (var i = 0; i < 116; i++) await connection.SendAsync("""{"op":1,"d":null}""");
        for (var i = 0; i < 116; i++) await connection.ReceiveAsync(op: 1);

        await harness.Client.UpdatePresenceAsync(Presences.Of("waiting"), TestContext.Current.CancellationToken);
        await harness.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 3; i++)
        {
            await connection.SendAsync("""{"op":1,"d":null}""");
            await connection.ReceiveAsync(op: 1);
        }

        // The first beat of the schedule finds no place and counts as heard; a minute after the burst there is room for all.
        await harness.PassAsync(FirstBeat);
        await harness.Clock.WaitForTimerAsync(Interval);
        Assert.False(connection.TryReceive(out _), "The 121st payload of a minute was sent.");
        harness.Clock.Advance(Interval);
        JsonElement[] late = [await connection.ReceiveAsync(), await connection.ReceiveAsync()];
        Assert.Equal([1, 3], late.Select(payload => payload.GetProperty("op").GetInt32()).Order());
    }
}
