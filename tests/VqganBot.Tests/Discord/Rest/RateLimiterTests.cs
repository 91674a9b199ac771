using VqganBot.Discord.Rest;
using VqganBot.Discord.Rest.Sending;
using VqganBot.Discord.Rest.RateLimits;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Discord.Rest;

public sealed class RateLimiterTests
{
    private readonly ManualClock _clock = new();
    private readonly RateLimiter _limiter;

    public RateLimiterTests() => _limiter = new RateLimiter(_clock, TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Buckets_OfOldInteractions_AreForgottenAndThoseInUseAreNot()
    {
        for (var i = 0; i < 100; i++)
            (await EnterAsync($"token-{i}")).Dispose();
        using var held = await EnterAsync("held");
        Assert.Equal(101, _limiter.Buckets);

        _clock.Advance(TimeSpan.FromMinutes(5));
        using var next = await EnterAsync("next");

        Assert.Equal(2, _limiter.Buckets);
    }

    [Fact]
    public async Task Bucket_WhoseWindowIsOpen_IsNotForgotten()
    {
        using (var lease = await EnterAsync("token"))
            lease.Learn(new RateLimitHeaders("a", 1, 0, TimeSpan.FromMinutes(10), 1, null, false, null));

        _clock.Advance(TimeSpan.FromMinutes(6));

        await Assert.ThrowsAsync<DiscordApiException>(async () => await EnterAsync("token"));
    }

    private ValueTask<RateLimitLease> EnterAsync(string token) =>
        _limiter.EnterAsync(Route.ForWebhook(HttpMethod.Patch, "/messages/@original", new(41), token), TestContext.Current.CancellationToken);
}
