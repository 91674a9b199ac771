using System.Net;
using System.Net.Sockets;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Rest;

public sealed class AcknowledgementTests
{
    [Fact]
    public async Task Answer_With200_TellsTheMessage()
    {
        await using var harness = await RestHarness.StartAsync(context =>
            context.Json(200, """{"interaction":{"id":"55","type":2,"response_message_id":"900","response_message_ephemeral":true,"new_field":1},"resource":{"type":5}}"""));

        var response = await harness.DeferAsync();

        Assert.Equal(RestHarness.MessageId, response.Interaction.ResponseMessageId);
        Assert.True(response.Interaction.ResponseMessageEphemeral);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    public async Task Answer_ThatWasAcceptedWithoutABody_IsNoRefusal(int status, string body)
    {
        await using var harness = await RestHarness.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return body.Length > 0 ? Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, body) : Task.CompletedTask;
        });

        var response = await harness.DeferAsync();

        Assert.Equal(new Snowflake(55), response.Interaction.Id);
    }

    [Fact]
    public async Task Answer_WhileEveryLimitIsClosed_GoesOutAtOnce()
    {
        await using var harness = await RestHarness.StartAsync((context, call) => call.Target.Contains("/callback")
            ? context.Json(200, """{"interaction":{"id":"55","type":2}}""")
            : context.TooMany(3000, "global"));
        await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());
        await Assert.ThrowsAsync<DiscordApiException>(() => harness.GetGatewayBotAsync());

        await harness.DeferAsync();

        Assert.Equal(3, harness.Peer.Calls.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task Answer_ThatWasRefused_IsNotSentAgain(int status)
    {
        await using var harness = await RestHarness.StartAsync(context => status == 429 ? context.TooMany(0.01) : context.Refused(status, 0));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(harness.DeferAsync);

        Assert.Equal(status, (int)exception.Status);
        Assert.Single(harness.Peer.Calls);
    }

    [Fact]
    public async Task Answer_WhoseConnectionBreaksAfterItArrived_IsNotSentAgain()
    {
        await using var harness = await RestHarness.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var exception = await Assert.ThrowsAsync<DiscordApiException>(harness.DeferAsync);

        Assert.Equal(0, (int)exception.Status);
        Assert.True(exception.IsTransient);
        Assert.Single(harness.Peer.Calls);
    }

    [Fact]
    public async Task Answer_WhileNobodyListens_IsTriedUntilSomebodyDoes()
    {
        var port = FreePort();
        await using var harness = await RestHarness.StartAsync(context => context.Posted());
        using var client = harness.Connect(new Uri($"http://127.0.0.1:{port}/api/v10"));

        var answer = RestHarness.DeferAsync(client);
        var wait = await harness.Clock.NextWaitAsync();
        await using var late = await LoopbackPeer.StartAsync((context, _) => context.Json(200, """{"interaction":{"id":"55","type":2}}"""), port);
        harness.Clock.Advance(wait);

        await answer;
        Assert.Single(late.Calls);
    }

    [Fact]
    public async Task Answer_WhileNobodyListensFor3Seconds_IsGivenUp()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());
        using var client = harness.Connect(new Uri($"http://127.0.0.1:{FreePort()}/api/v10"));
        var start = harness.Clock.GetUtcNow();

        var answer = RestHarness.DeferAsync(client);
        await Assert.ThrowsAsync<DiscordApiException>(() => harness.Clock.PassUntilAsync(answer));
        Assert.InRange(harness.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
