using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using static VqganBot.Tests.Discord.Rest.RestHarness;

namespace VqganBot.Tests.Discord.Rest;

public sealed class RefusalTests
{
    [Fact]
    public async Task BotToken_OnceRefused_IsNotUsedAgainWhileInteractionsGoOn()
    {
        await using var harness = await RestHarness.StartAsync((context, call) =>
            call.Headers.ContainsKey("Authorization") ? context.Refused(401, 0, "401: Unauthorized") : context.Posted());

        var first = await Assert.ThrowsAsync<DiscordApiException>(() => harness.GetGatewayBotAsync());
        var second = await Assert.ThrowsAsync<DiscordApiException>(() => harness.GetMessageAsync());
        await harness.EditOriginalAsync();

        Assert.True(first.IsBotTokenRefused);
        Assert.True(second.IsBotTokenRefused);
        Assert.Contains("was not sent", second.Message);
        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task BotToken_RefusedWhileOthersWait_StopsThoseToo()
    {
        await using var harness = await RestHarness.StartAsync((context, call) => call.Target.Contains("/gateway/")
            ? context.Refused(401, 0)
            : context.Limited("a", 1, 0, 3).Posted());
        await harness.GetMessageAsync();

        var waiting = harness.GetMessageAsync();
        var wait = await harness.Clock.NextWaitAsync();
        await Assert.ThrowsAsync<DiscordApiException>(harness.GetGatewayBotAsync);
        harness.Clock.Advance(wait);

        Assert.True((await Assert.ThrowsAsync<DiscordApiException>(() => waiting)).IsBotTokenRefused);
        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task InteractionToken_ThatExpired_IsNoMatterOfTheBotsToken()
    {
        await using var harness = await RestHarness.StartAsync((context, call) =>
            call.Target.Contains("/webhooks/") ? context.Refused(401, 50027, "Invalid Webhook Token") : context.Posted());

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());
        await harness.GetMessageAsync();

        Assert.True(exception.IsTokenExpired);
        Assert.False(exception.IsBotTokenRefused);
        Assert.Equal(1, harness.Client.Counters.InvalidRequests);
        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Requests_ThatAreRefusedByThousands_StopBeforeDiscordBansTheAddress()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Refused(403, 50001, "Missing Access"));
        for (var i = 0; i < 5000; i++)
            await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());
        Assert.Contains("bans the address", exception.Message);
        await Assert.ThrowsAsync<DiscordApiException>(harness.DeferAsync);
        Assert.Equal(5000, harness.Peer.Calls.Count);
        Assert.Single(harness.Logs.Lines, line => line.Level == LogLevel.Error);

        harness.Clock.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());
        Assert.Equal(5001, harness.Peer.Calls.Count);
        Assert.Equal(1, harness.Client.Counters.InvalidRequests);
    }

    [Fact]
    public async Task FormErrors_OfAnyDepth_AreInTheMessage()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Json(400, """
            {"code":50035,"message":"Invalid Form Body","errors":{
              "content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer in length."}]},
              "components":{"0":{"components":{"1":{"label":{"_errors":[{"code":"X","message":"Too long."}]}}}}},
              "_errors":[{"code":"Y","message":"All wrong."}]}}
            """));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        Assert.Equal(DiscordErrorCode.InvalidFormBody, exception.Code);
        Assert.Equal("PATCH /webhooks/{application_id}/{token}/messages/@original", exception.Route);
        Assert.Contains("content: Must be 2000 or fewer in length.; components[0].components[1].label: Too long.; body: All wrong.", exception.Message);
        Assert.Single(harness.Peer.Calls);
    }

    [Theory]
    [InlineData(404, 10062, nameof(DiscordApiException.IsInteractionGone))]
    [InlineData(400, 40060, nameof(DiscordApiException.IsAlreadyAcknowledged))]
    [InlineData(401, 50027, nameof(DiscordApiException.IsTokenExpired))]
    [InlineData(404, 10015, nameof(DiscordApiException.IsTokenExpired))]
    [InlineData(404, 10008, nameof(DiscordApiException.IsMessageGone))]
    [InlineData(404, 10003, nameof(DiscordApiException.IsChannelGone))]
    [InlineData(404, 10004, nameof(DiscordApiException.IsChannelGone))]
    [InlineData(403, 50001, nameof(DiscordApiException.IsForbidden))]
    [InlineData(403, 50013, nameof(DiscordApiException.IsForbidden))]
    [InlineData(413, 40005, nameof(DiscordApiException.IsTooLarge))]
    [InlineData(413, 0, nameof(DiscordApiException.IsTooLarge))]
    [InlineData(400, 50045, nameof(DiscordApiException.IsTooLarge))]
    [InlineData(400, 20009, nameof(DiscordApiException.IsContentRefused))]
    [InlineData(400, 200000, nameof(DiscordApiException.IsContentRefused))]
    [InlineData(400, 240000, nameof(DiscordApiException.IsContentRefused))]
    [InlineData(401, 50014, nameof(DiscordApiException.IsBotTokenRefused))]
    public async Task Code_OfTheTable_IsOfOneClass(int status, int code, string property)
    {
        await using var harness = await RestHarness.StartAsync(context => context.Refused(status, code));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(harness.DeferAsync);

        var classes = typeof(DiscordApiException).GetProperties().Where(candidate => candidate.PropertyType == typeof(bool) && (bool)candidate.GetValue(exception)!);
        Assert.Equal([property], classes.Select(candidate => candidate.Name));
    }

    [Theory]
    [InlineData(400, "<html>Bad Request</html>")]
    [InlineData(404, "")]
    [InlineData(403, "[1]")]
    [InlineData(400, """{"errors":"nonsense","code":50035}""")]
    public async Task Refusal_WithoutDiscordsJson_IsToldAsWell(int status, string body)
    {
        await using var harness = await RestHarness.StartAsync(context => context.Json(status, body));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        Assert.Equal(status, (int)exception.Status);
    }

    [Fact]
    public async Task Success_WithNonsense_IsAFailureThatSaysSo()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Json(200, """{"id":"not a number"}"""));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        Assert.Contains("no Message", exception.Message);
    }

    [Fact]
    public async Task Logs_AndMessages_HoldNeitherTokensNorTextNorIds()
    {
        await using var harness = await RestHarness.StartAsync(
            context => context.TooMany(0),
            context => context.Refused(403, 50013),
            context => context.Refused(401, 0));

        var webhook = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync("a secret prompt"));
        var bot = await Assert.ThrowsAsync<DiscordApiException>(() => harness.Client.CreateMessageAsync(new Snowflake(1234567890), new MessageBody { Content = "a secret prompt" }, null, Cancellation));

        string[] texts = [webhook.ToString(), bot.ToString(), .. harness.Logs.Lines.Select(line => line.Text)];
        Assert.True(texts.Length > 5);
        foreach (var secret in (string[])[BotToken, InteractionToken, "secret prompt", "1234567890"])
            Assert.DoesNotContain(texts, text => text.Contains(secret));
        Assert.Equal(LogLevel.Error, harness.Logs.Lines.Max(line => line.Level));
    }
}
