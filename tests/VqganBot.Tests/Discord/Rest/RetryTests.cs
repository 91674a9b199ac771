using Microsoft.AspNetCore.Http;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using static VqganBot.Tests.Discord.Rest.RestHarness;

namespace VqganBot.Tests.Discord.Rest;

public sealed class RetryTests
{
    private static readonly MessageBody WithNonce = new() { Content = "x", Nonce = "job-17", EnforceNonce = true };

    [Fact]
    public async Task Edit_ThatMeetsAStorm_GoesThroughWhenItEnds()
    {
        await using var harness = await RestHarness.StartAsync(
            context => context.Refused(502, 0),
            context => context.Refused(500, 0),
            context => context.Json(503, "<html>"),
            context => context.Posted());

        await harness.Clock.PassUntilAsync(harness.EditOriginalAsync());

        Assert.Equal(4, harness.Peer.Calls.Count);
        Assert.Equal(3, harness.Client.Counters.ServerErrors);
        Assert.All(harness.Peer.Calls, call => Assert.Equal(harness.Peer.Calls[0].Text, call.Text));
    }

    [Fact]
    public async Task Edit_ThatMeetsAStormWithoutEnd_IsGivenUp()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Refused(502, 0));

        var exception = await Assert.ThrowsAsync<DiscordApiException>(() => harness.Clock.PassUntilAsync(harness.EditOriginalAsync()));

        Assert.True(exception.IsTransient);
        Assert.Equal(6, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Post_ThatMightHaveBeenAccepted_IsNotSentAgain()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Refused(502, 0));

        await Assert.ThrowsAsync<DiscordApiException>(() => harness.CreateMessageAsync(new MessageBody { Content = "x", Nonce = "not enforced" }));
        await Assert.ThrowsAsync<DiscordApiException>(() => harness.CreateFollowupAsync(WithNonce));

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Post_ThatDiscordTakesOnlyOnce_IsSentAgain()
    {
        await using var harness = await RestHarness.StartAsync(context => context.Refused(502, 0), context => context.Posted());

        await harness.Clock.PassUntilAsync(harness.CreateMessageAsync(WithNonce));

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Post_ThatWasRateLimited_WasNotAcceptedAndIsSentAgain()
    {
        await using var harness = await RestHarness.StartAsync(context => context.TooMany(0), context => context.Posted());

        await harness.CreateFollowupAsync(new MessageBody { Content = "x" });

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Edit_ThatIsNotAnsweredToItsEnd_IsSentAgainAfterTheTimeLimit(bool hasBegun)
    {
        await using var harness = await RestHarness.StartAsync(
            async context =>
            {
                if (hasBegun) await context.Response.WriteAsync("{");
                if (hasBegun) await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            },
            context => context.Posted());

        var edit = harness.EditOriginalAsync();
        await harness.Peer.NextAsync();
        await harness.Clock.UntilRequestTimeoutRunsAsync();
        harness.Clock.Advance(RequestTimeout);
        await harness.Clock.PassUntilAsync(edit);

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Edit_WhoseConnectionBreaks_IsSentAgain()
    {
        await using var harness = await RestHarness.StartAsync(
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            },
            context => context.Posted());

        await harness.Clock.PassUntilAsync(harness.EditOriginalAsync());

        Assert.Equal(2, harness.Peer.Calls.Count);
    }

    [Fact]
    public async Task Cancellation_OfARequestOnItsWay_IsNoFailure()
    {
        await using var harness = await RestHarness.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        using var cancellation = new CancellationTokenSource();

        var edit = harness.Client.EditOriginalAsync(AppId, InteractionToken, new MessageBody(), null, cancellation.Token);
        await harness.Peer.NextAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => edit);
    }
}
