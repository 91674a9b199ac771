using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using static VqganBot.Tests.Discord.Rest.RestHarness;

namespace VqganBot.Tests.Discord.Rest;

public sealed class RateLimitTests
{
    [Fact]
    public async Task UnknownBucket_LetsOneRequestThroughAtATime()
    {
        var first = new TaskCompletionSource();
        await using var harness = await RestHarness.StartAsync(
            async context =>
            {
                await first.Task;
                await context.Limited("a", 1, 0, 1.25).Posted();
            },
            context => context.Posted());

        var one = harness.EditOriginalAsync();
        await harness.Peer.NextAsync();
        var two = harness.EditOriginalAsync();
        first.SetResult();
        await one;

        // Had the second been let through at once, it would not wait for the window that the first one told of.
        await harness.Clock.PassAsync(TimeSpan.FromSeconds(1.25));
        await two;
    }

    [Fact]
    public async Task KnownBucket_LetsThroughAsManyAsAreLeftAndNoMore()
    {
        var held = new TaskCompletionSource();
        await using var harness = await RestHarness.StartAsync(
            context => context.Limited("a", 3, 2, 5).Posted(),
            async context =>
            {
                await held.Task;
                await context.Limited("a", 3, 0, 5).Posted();
            });
        await harness.EditOriginalAsync();
        await harness.Peer.NextAsync();

        Task[] edits = [harness.EditOriginalAsync(), harness.EditOriginalAsync(), harness.EditOriginalAsync()];
        await harness.Peer.NextAsync();
        await harness.Peer.NextAsync();
        Assert.Equal(TimeSpan.FromSeconds(5), await harness.Clock.NextWaitAsync());
        Assert.Equal(3, harness.Peer.Calls.Count);

        held.SetResult();
        await edits[0];
        await edits[1];
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        await edits[2];
    }

    [Fact]
    public async Task Bucket_ThatTwoRoutesShare_IsSpentByBoth()
    {
        await using var harness = await RestHarness.StartAsync(
            context => context.Limited("shared", 5, 3, 2, window: 10).Posted(),
            context => context.Limited("shared", 5, 0, 2, window: 10).Posted(),
            context => context.Posted());

        await harness.EditMessageAsync(new MessageBody());
        await harness.Client.DeleteMessageAsync(ChannelId, MessageId, Cancellation);
        var edit = harness.EditMessageAsync(new MessageBody());

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(2));
        await edit;
    }

    [Fact]
    public async Task Bucket_OfAnotherResource_IsNotSpent()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Limited("a", 1, 0, 30).Posted());

        await harness.EditOriginalAsync(token: "first");
        await harness.EditOriginalAsync(token: "second");

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Bucket_ThatIsRenamed_IsFollowed()
    {
        await using var harness = await RestHarness.StartAsync(
            context => context.Limited("old", 5, 4, 60).Posted(),
            context => context.Limited("new", 5, 0, 2).Posted(),
            context => context.Posted());

        await harness.EditOriginalAsync();
        await harness.EditOriginalAsync();
        var edit = harness.EditOriginalAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(2));
        await edit;
    }

    [Fact]
    public async Task Answers_ThatOvertakeEachOther_CountTheNewerOne()
    {
        var slow = new TaskCompletionSource();
        await using var harness = await RestHarness.StartAsync(
            context => context.Limited("a", 3, 2, 5, window: 10).Posted(),
            async context =>
            {
                await slow.Task;
                await context.Limited("a", 3, 1, 5, window: 10).Posted();
            },
            context => context.Limited("a", 3, 0, 5, window: 10).Posted(),
            context => context.Posted());
        await harness.EditOriginalAsync();
        await harness.Peer.NextAsync();

        var overtaken = harness.EditOriginalAsync();
        await harness.Peer.NextAsync();
        await harness.EditOriginalAsync();
        slow.SetResult();
        await overtaken;
        var edit = harness.EditOriginalAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(5));
        await edit;
    }

    [Fact]
    public async Task Answer_OfAWindowThatIsOver_SaysNothingOfTheNext()
    {
        var slow = new TaskCompletionSource();
        await using var harness = await RestHarness.StartAsync(
            context => context.Limited("a", 3, 2, 5, window: 10).Posted(),
            async context =>
            {
                await slow.Task;
                await context.Limited("a", 3, 1, 5, window: 10).Posted();
            },
            context => context.Limited("a", 3, 0, 5, window: 15).Posted(),
            context => context.Posted());
        await harness.EditOriginalAsync();
        await harness.Peer.NextAsync();

        var overtaken = harness.EditOriginalAsync();
        await harness.Peer.NextAsync();
        await harness.EditOriginalAsync();
        slow.SetResult();
        await overtaken;
        var edit = harness.EditOriginalAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(5));
        await edit;
    }

    [Fact]
    public async Task Refusal_OfOneUser_IsWaitedForByTheFractionAndSentAgain()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(0.482), context => context.Posted());

        var edit = harness.EditOriginalAsync();
        await harness.Clock.PassAsync(TimeSpan.FromSeconds(0.482));
        await edit;

        Assert.Equal(1, harness.Client.Counters.RateLimited);
        Assert.Equal(1, harness.Client.Counters.InvalidRequests);
    }

    [Fact]
    public async Task Refusal_OfASharedResource_IsNotHeldAgainstTheBot()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(2, "shared"), context => context.Posted());

        var edit = harness.EditOriginalAsync();
        await harness.Clock.PassAsync(TimeSpan.FromSeconds(2));
        await edit;

        Assert.Equal(0, harness.Client.Counters.InvalidRequests);
    }

    [Fact]
    public async Task Refusal_OfEverything_HoldsUpTheBotsOtherRoutesButNotTheWebhooks()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(3, "global"), context => context.Posted());

        var refused = harness.GetMessageAsync();
        Assert.Equal(TimeSpan.FromSeconds(3), await harness.Clock.NextWaitAsync());
        await harness.EditOriginalAsync();
        var other = harness.GetMessageAsync(new Snowflake(8));
        Assert.Equal(TimeSpan.FromSeconds(3), await harness.Clock.NextWaitAsync());

        harness.Clock.Advance(TimeSpan.FromSeconds(3));
        await refused;
        await other;
    }

    [Fact]
    public async Task Refusal_ForLongerThanAnybodyWaits_IsToldAtOnce()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(3600.5));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());
        var later = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        Assert.Equal(TimeSpan.FromSeconds(3600.5), exception.RetryAfter);
        Assert.Contains("was not sent", later.Message);
        Assert.Single(harness.Peer.Calls);
    }

    [Fact]
    public async Task Refusal_ThatGoesOn_IsGivenUp()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(0));

        await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());

        Assert.Equal(6, harness.Peer.Calls.Count);
    }

    [Theory]
    [InlineData(null, 600)]
    [InlineData("5", 600)]
    [InlineData("1800", 1800)]
    public async Task Refusal_InHtml_StopsEverythingForLongButNotTheAcknowledgements(string? retryAfter, double expected)
    {
        await using var harness = await RestHarness.StartAsync((context, call) =>
        {
            if (call.Target.Contains("/callback")) return context.Json(200, """{"interaction":{"id":"55","type":2}}""");
            context.Response.StatusCode = 429;
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<html>Error 1015</html>");
        });

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.EditOriginalAsync());
        await Assert.ThrowsAsync<DiscordApiException>(() => harness.GetGatewayBotAsync());
        await harness.DeferAsync();

        Assert.Equal(expected, exception.RetryAfter?.TotalSeconds);
        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData(null, 5)]
    public async Task Refusal_WithoutABody_IsWaitedForAsItsHeaderSays(string? retryAfter, double expected)
    {
        await using var harness = await RestHarness.StartAsync(
            context =>
            {
                context.Response.StatusCode = 429;
                if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
                return Task.CompletedTask;
            },
            context => context.Posted());

        var edit = harness.EditOriginalAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(expected));
        await edit;
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Refusal_WithDiscordsHeadersOnly_IsWaitedForByThem(string body)
    {
        await using var harness = await RestHarness.StartAsync(
            context =>
            {
                context.Response.Headers["X-RateLimit-Scope"] = "user";
                context.Response.Headers.RetryAfter = "3";
                return context.Json(429, body);
            },
            context => context.Posted());

        var edit = harness.EditOriginalAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(3));
        await edit;
    }

    [Fact]
    public async Task Bot_After50RequestsInASecond_WaitsForTheSecondToPass()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Posted());
        for (ulong channel = 1; channel <= 50; channel++)
            await harness.GetMessageAsync(new Snowflake(channel));

        var next = harness.GetMessageAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(1));
        await next;
    }

    [Theory]
    [InlineData("NaN", "x", "-5")]
    [InlineData("1e300", "99999999999999999999", "inf")]
    [InlineData("", "", "")]
    public async Task Headers_WithoutSense_AreNoLimits(string limit, string remaining, string resetAfter)
    {
        await using var harness = await RestHarness.StartAsync(context =>
        {
            context.Response.Headers["X-RateLimit-Bucket"] = "a";
            context.Response.Headers["X-RateLimit-Limit"] = limit;
            context.Response.Headers["X-RateLimit-Remaining"] = remaining;
            context.Response.Headers["X-RateLimit-Reset-After"] = resetAfter;
            return context.Posted();
        });

        await harness.EditOriginalAsync();
        await harness.EditOriginalAsync();

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Cancellation_WhileWaiting_LeavesThePlaceToTheNext()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Limited("a", 1, 0, 4).Posted(), context => context.Posted());
        using var cancellation = new CancellationTokenSource();
        await harness.EditOriginalAsync();

        var cancelled = harness.Client.EditOriginalAsync(AppId, InteractionToken, new MessageBody(), null, cancellation.Token);
        await harness.Clock.NextWaitAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        var next = harness.EditOriginalAsync();

        await harness.Clock.PassAsync(TimeSpan.FromSeconds(4));
        await next;
    }
}
