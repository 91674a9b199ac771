using System.Globalization;
using System.Net;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.RateLimits;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Webhook_SixthIn2Seconds_Is429WithItsHeaders()
    {
        await using RawBot bot = await RawBot.StartAsync(RateLimitOptions.Discord);
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, """{"type":5}""");
        string original = $"/webhooks/{bot.Application}/{interaction.Token}/messages/@original";
        for (int edit = 1; edit <= 5; edit++)
        {
            RawBot.Reply allowed = await bot.JsonAsync("PATCH", original, """{"content":"x"}""");
            Assert.Equal((HttpStatusCode.OK, $"{5 - edit}", "5"), (allowed.Status, allowed.Header("X-RateLimit-Remaining"), allowed.Header("X-RateLimit-Limit")));
        }
        RawBot.Reply refused = await bot.JsonAsync("PATCH", original, """{"content":"x"}""");
        Assert.Equal((HttpStatusCode.TooManyRequests, "user", "2"), (refused.Status, refused.Header("X-RateLimit-Scope"), refused.Header("Retry-After")));
        Assert.InRange((double)refused.Json!["retry_after"]!, 1.9, 2.0);
        Assert.InRange(double.Parse(refused.Header("X-RateLimit-Reset-After"), CultureInfo.InvariantCulture), 1.9, 2.0);

        bot.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await bot.JsonAsync("PATCH", original, """{"content":"x"}""")).Status);
    }

    [Fact]
    public async Task Channels_HaveBucketsOfTheirOwnUnderOneName()
    {
        await using RawBot bot = await RawBot.StartAsync(RateLimitOptions.Discord with { ChannelWrite = new RateLimit(1, TimeSpan.FromSeconds(5)) });
        RawBot.Reply paintings = await bot.JsonAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", """{"content":"x"}""");
        RawBot.Reply gallery = await bot.JsonAsync("POST", $"/channels/{bot.World.Gallery.Id}/messages", """{"content":"x"}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (paintings.Status, gallery.Status));
        Assert.Equal(paintings.Header("X-RateLimit-Bucket"), gallery.Header("X-RateLimit-Bucket"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await bot.JsonAsync("POST", $"/channels/{bot.World.Gallery.Id}/messages", """{"content":"x"}""")).Status);
    }

    [Fact]
    public async Task Global_BindsTheBotButNotInteractions()
    {
        await using RawBot bot = await RawBot.StartAsync(RateLimitOptions.Loose with { Global = new RateLimit(2, TimeSpan.FromSeconds(1)) });
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        await bot.SendAsync("GET", "/users/@me");
        RawBot.Reply refused = await bot.SendAsync("GET", "/users/@me");
        Assert.Equal((HttpStatusCode.TooManyRequests, "true", "global"), (refused.Status, refused.Header("X-RateLimit-Global"), refused.Header("X-RateLimit-Scope")));
        Assert.True((bool)refused.Json!["global"]!);
        Assert.Equal(HttpStatusCode.OK, (await bot.AnswerAsync(interaction, """{"type":5}""")).Status);
    }

    [Theory]
    [InlineData(RateLimitScope.User, "user")]
    [InlineData(RateLimitScope.Shared, "shared")]
    [InlineData(RateLimitScope.Global, "global")]
    [InlineData(RateLimitScope.Proxy, "")]
    public async Task Storm_ByScript_EndsAfterItsCount(RateLimitScope scope, string header)
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.RefuseNext(2, TimeSpan.FromSeconds(1.5), scope);
        for (int request = 0; request < 2; request++)
        {
            RawBot.Reply refused = await bot.SendAsync("GET", "/users/@me");
            Assert.Equal((HttpStatusCode.TooManyRequests, header, "2"), (refused.Status, refused.Header("X-RateLimit-Scope"), refused.Header("Retry-After")));
            Assert.Equal(scope == RateLimitScope.Proxy, refused.Json is null);
        }
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync("GET", "/users/@me")).Status);
    }
}
