using System.Net;
using VqganBot.Simulator.Client;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.Hosting;

/// <summary>What somebody who watches the bot reads, over a real socket.</summary>
public sealed class HealthEndpointsTests
{
    [Fact]
    public Task Metrics_AfterAPicture_CountIt() => BotFixture.RunAsync(async bot =>
    {
        await bot.PaintAsync(bot.World.Basho, "a frog", ("steps", 2L));

        var text = await ReadAsync(bot, "/metrics", HttpStatusCode.OK);
        Assert.Contains("vqganbot_jobs_total{state=\"painted\"} 1\n", text);
        Assert.Contains("vqganbot_acknowledgement_seconds_count 1\n", text);
        Assert.Contains("vqganbot_queue_wait_seconds_count 1\n", text);
        Assert.Contains("vqganbot_queue_waiting 0\n", text);
        Assert.Contains("vqganbot_gateway_ready 1\n", text);
        Assert.DoesNotContain("frog", text);
    });

    [Fact]
    public Task Ready_WhileTheGatewayStands_AndNotWithoutIt() => BotFixture.RunAsync(async bot =>
    {
        await bot.UntilAsync(() => bot.Gateway.State == VqganBot.Discord.Gateway.GatewayState.Ready, "the gateway stands");
        Assert.Equal("ok", await ReadAsync(bot, "/ready", HttpStatusCode.OK));
        Assert.Equal("ok", await ReadAsync(bot, "/health", HttpStatusCode.OK));

        await bot.Simulator.DisposeAsync();
        await bot.UntilAsync(() => bot.Gateway.State != VqganBot.Discord.Gateway.GatewayState.Ready, "the gateway is noticed to be gone");
        Assert.Contains("gateway", await ReadAsync(bot, "/ready", HttpStatusCode.ServiceUnavailable));
        Assert.Equal("ok", await ReadAsync(bot, "/health", HttpStatusCode.OK));
    }, new BotSetup { ExpectedWarnings = [""] });

    private static async Task<string> ReadAsync(BotFixture bot, string path, HttpStatusCode expected)
    {
        using var http = new HttpClient { BaseAddress = bot.Web };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
