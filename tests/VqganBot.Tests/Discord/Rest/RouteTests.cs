using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using static VqganBot.Tests.Discord.Rest.RestHarness;

namespace VqganBot.Tests.Discord.Rest;

public sealed class RouteTests
{
    private static readonly MessageBody Body = new() { Content = "hi" };

    private static readonly Dictionary<string, Func<DiscordRestClient, Task>> Requests = new()
    {
        ["GET /gateway/bot"] = client => client.GetGatewayBotAsync(Cancellation),
        ["GET /applications/@me"] = client => client.GetCurrentApplicationAsync(Cancellation),
        ["GET /applications/41/commands?with_localizations=true"] = client => client.GetCommandsAsync(AppId, null, Cancellation),
        ["GET /applications/41/guilds/5/commands?with_localizations=true"] = client => client.GetCommandsAsync(AppId, new Snowflake(5), Cancellation),
        ["PUT /applications/41/commands"] = client => client.PutCommandsAsync(AppId, null, [], Cancellation),
        ["PUT /applications/41/guilds/5/commands"] = client => client.PutCommandsAsync(AppId, new Snowflake(5), [], Cancellation),
        ["GET /channels/7"] = client => client.GetChannelAsync(ChannelId, Cancellation),
        ["GET /channels/7/messages/900"] = client => client.GetMessageAsync(ChannelId, MessageId, Cancellation),
        ["POST /channels/7/messages"] = client => client.CreateMessageAsync(ChannelId, Body, null, Cancellation),
        ["PATCH /channels/7/messages/900"] = client => client.EditMessageAsync(ChannelId, MessageId, Body, null, Cancellation),
        ["DELETE /channels/7/messages/900"] = client => client.DeleteMessageAsync(ChannelId, MessageId, Cancellation),
        [$"POST /interactions/55/{InteractionToken}/callback?with_response=true"] = client =>
            client.RespondAsync(new Snowflake(55), InteractionToken, new InteractionResponse { Type = InteractionCallbackType.DeferredUpdateMessage }, null, Cancellation),
        [$"GET /webhooks/41/{InteractionToken}/messages/@original"] = client => client.GetOriginalAsync(AppId, InteractionToken, Cancellation),
        [$"PATCH /webhooks/41/{InteractionToken}/messages/@original"] = client => client.EditOriginalAsync(AppId, InteractionToken, Body, null, Cancellation),
        [$"DELETE /webhooks/41/{InteractionToken}/messages/@original"] = client => client.DeleteOriginalAsync(AppId, InteractionToken, Cancellation),
        [$"POST /webhooks/41/{InteractionToken}?wait=true"] = client => client.CreateFollowupAsync(AppId, InteractionToken, Body, null, Cancellation),
        [$"PATCH /webhooks/41/{InteractionToken}/messages/900"] = client => client.EditFollowupAsync(AppId, InteractionToken, MessageId, Body, null, Cancellation),
        [$"DELETE /webhooks/41/{InteractionToken}/messages/900"] = client => client.DeleteFollowupAsync(AppId, InteractionToken, MessageId, Cancellation),
    };

    public static TheoryData<string> Routes => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Request_OfEachRoute_HasPathAgentAndOnlyTheCredentialsItNeeds(string expected)
    {
        await using var harness = await RestHarness.StartAsync((context, call) => context.Json(200, BodyFor(call)));

        await Requests[expected](harness.Client);

        var call = Assert.Single(harness.Peer.Calls);
        Assert.Equal(expected, $"{call.Method} {call.Target}".Replace("/api/v10", ""));
        Assert.StartsWith($"/api/v10/", call.Target);
        Assert.Matches(@"^DiscordBot \(https?://[^,]+, [0-9.]+\)$", call.Headers["User-Agent"]);
        Assert.Equal(expected.Contains("/webhooks/") || expected.Contains("/interactions/") ? null : $"Bot {BotToken}", call.Headers.GetValueOrDefault("Authorization"));
        if (call.Body.Length > 0) Assert.Equal("application/json", call.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Cookies_ThatThePeerSets_AreNotSentBack()
    {
        await using var harness = await RestHarness.StartAsync(context =>
        {
            context.Response.Cookies.Append("__cfruid", "abc");
            return context.Posted();
        });

        await harness.EditOriginalAsync();
        await harness.EditOriginalAsync();

        Assert.DoesNotContain("Cookie", harness.Peer.Calls[1].Headers.Keys);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var harness = await RestHarness.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        Assert.Equal(302, (int)exception.Status);
        Assert.Single(harness.Peer.Calls);
    }

    [Fact]
    public async Task Address_WithAFinalSlash_MeansTheSame()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());
        using var client = harness.Connect(new Uri(harness.Peer.Api + "/"));

        await client.GetMessageAsync(ChannelId, MessageId, Cancellation);

        Assert.Equal("/api/v10/channels/7/messages/900", harness.Peer.Calls[0].Target);
    }

    private static string BodyFor(ReceivedCall call) => call.Target switch
    {
        var target when target.Contains("/gateway/bot") => """{"url":"wss://x","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}""",
        var target when target.Contains("/commands") => "[]",
        var target when target.Contains("/callback") => """{"interaction":{"id":"55","type":2}}""",
        _ => Answers.Message,
    };
}
