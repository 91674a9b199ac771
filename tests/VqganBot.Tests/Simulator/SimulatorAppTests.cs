using System.Net;
using VqganBot.Simulator;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Rest;
using VqganBot.Tests.Simulator.Peer;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Simulator;

public sealed class SimulatorAppTests
{
    [Theory]
    [InlineData("/users/@me", true, "curl/8", HttpStatusCode.Forbidden, 40333)]
    [InlineData("/users/@me", true, null, HttpStatusCode.Forbidden, 40333)]
    [InlineData("/users/@me", false, "DiscordBot (https://example.org, 1.0)", HttpStatusCode.Unauthorized, 0)]
    [InlineData("/nowhere", true, "DiscordBot (https://example.org, 1.0)", HttpStatusCode.NotFound, 0)]
    [InlineData("/gateway", false, "DiscordBot (https://example.org, 1.0)", HttpStatusCode.OK, 0)]
    public async Task Request_HeadersAndPath_AreChecked(string path, bool authorized, string? userAgent, HttpStatusCode status, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply reply = await bot.SendAsync("GET", path, authorized: authorized, userAgent: userAgent);
        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Recorded_SeesEachRequestAsItCame()
    {
        List<RecordedRequest> seen = [];
        await using SimulatorApp app = await SimulatorApp.StartAsync(new SimulatorOptions { Recorded = seen.Add }, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        await http.PutAsync(new Uri(app.ApiUrl + "/applications/1/commands?x=1"), new StringContent("[]", null, "application/json"), TestContext.Current.CancellationToken);
        RecordedRequest request = Assert.Single(seen);
        Assert.Equal(("PUT", "/applications/1/commands", "?x=1"), (request.Method, request.Path, request.Query));
        Assert.Equal("[]"u8.ToArray(), request.Body.ToArray());
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstPrompt_IsAskedForOnceTheBotIsReadyAndKnowsHow()
    {
        await using SimulatorApp app = await SimulatorApp.StartAsync(new SimulatorOptions { FirstPrompt = "chicken surf" }, TestContext.Current.CancellationToken);
        await using RawGateway gateway = await RawGateway.OpenAsync(app);
        await gateway.IdentifyAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bot playground");
        await http.PutAsync(
            new Uri($"{app.ApiUrl}/applications/{app.World.Bot.Id}/commands"),
            new StringContent("""[{"name":"imagine","description":"Paints.","options":[{"type":3,"name":"prompt","description":"What","required":true}]}]""", null, "application/json"),
            TestContext.Current.CancellationToken);

        InteractionCreate first = await gateway.InteractionAsync();
        Assert.Equal(("ada", "chicken surf"), ((string?)first.Json["member"]!["user"]!["username"], (string?)first.Data["options"]![0]!["value"]));
        Assert.Equal(app.World.Paintings.Id.ToString(), (string?)first.Json["channel_id"]);
    }

    [Fact]
    public void Clock_Moved_FiresWhatCameDue()
    {
        var basis = new ManualClock();
        var clock = new SimulatedClock(basis);
        int fired = 0;
        using ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(15), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromMinutes(14));
        basis.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, fired);
        basis.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fired);
        Assert.Equal(TimeSpan.FromMinutes(14), clock.GetUtcNow() - basis.GetUtcNow());
    }

    [Fact]
    public void Clock_PeriodicTimer_GoesOn()
    {
        var basis = new ManualClock();
        var clock = new SimulatedClock(basis);
        int fired = 0;
        using ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        basis.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, fired);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(5));
        basis.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, fired);
    }
}
