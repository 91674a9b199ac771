using VqganBot.Discord.Gateway;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayPresenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Presence_SetBeforeConnecting_GoesWithTheIdentifyOnly()
    {
        await using var harness = await GatewayHarness.StartAsync(new GatewayOptions { Presence = Presences.Of("first") });
        await harness.Client.UpdatePresenceAsync(Presences.Of("second"), Cancellation);
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync();

        var presence = (await connection.ReceiveAsync(op: 2)).GetProperty("presence");
        Assert.Equal("second", presence.GetProperty("activities")[0].GetProperty("state").GetString());
        Assert.True(presence.TryGetProperty("since", out _), "Discord wants since, null or not.");

        await connection.ReadyAsync(harness.Gateway.Address);
        await harness.NextAsync();
        await harness.Client.UpdatePresenceAsync(Presences.Of("third"), Cancellation);
        Assert.Equal("third", await StateAsync(connection));
    }

    [Fact]
    public async Task Presence_MoreThanFiveAMinute_SendsTheNewestWhenThereIsRoom()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync(heartbeatInterval: 3_600_000);
        for (var i = 1; i <= 5; i++)
        {
            await harness.Client.UpdatePresenceAsync(Presences.Of($"{i}"), Cancellation);
            Assert.Equal($"{i}", await StateAsync(connection));
        }

        for (var i = 6; i <= 100; i++) await harness.Client.UpdatePresenceAsync(Presences.Of($"{i}"), Cancellation);
        await harness.PassAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("100", await StateAsync(connection));
    }

    [Fact]
    public async Task Presence_ChangedWhileTheLineWasDown_FollowsTheResume()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.CloseAsync(4000);
        var (resumed, _) = await harness.AcceptResumeAsync();

        await harness.Client.UpdatePresenceAsync(Presences.Of("later"), Cancellation);
        await resumed.DispatchAsync("RESUMED", 2, "{}");

        Assert.Equal("later", await StateAsync(resumed));
    }

    [Fact]
    public async Task Presence_OfMoreThan4096Bytes_IsRefusedAtOnce()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.UpdatePresenceAsync(Presences.Of(new string('a', 4096)), Cancellation).AsTask());

        Assert.Contains("4096", exception.Message, StringComparison.Ordinal);
        await harness.Client.UpdatePresenceAsync(Presences.Of("short"), Cancellation);
        Assert.Equal("short", await StateAsync(connection));
    }

    private static async Task<string?> StateAsync(ScriptedConnection connection) =>
        (await connection.ReceiveAsync(op: 3)).GetProperty("activities")[0].GetProperty("state").GetString();
}
