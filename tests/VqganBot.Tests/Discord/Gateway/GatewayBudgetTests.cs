using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayBudgetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(_folder, "deep", "identifies.txt");

    [Fact]
    public async Task Identify_WithoutBudget_WaitsUntilDiscordGivesMore()
    {
        var remaining = 10;
        await using var harness = await GatewayHarness.StartAsync(set: harness => harness.Locate = h => h.Bot(remaining, resetAfter: 3_600_000));

        await harness.Clock.WaitForTimerAsync(TimeSpan.FromHours(1));
        Assert.False(harness.Gateway.TryAccept());
        Assert.True(harness.Logs.Contains(LogLevel.Warning, "Only 10 of 1000 session starts are left"));
        remaining = 1000;
        harness.Clock.Advance(TimeSpan.FromHours(1));

        await harness.BecomeReadyAsync();
        Assert.Equal(2, harness.Located);
    }

    [Fact]
    public async Task Identify_AfterARestart_StillCountsWhatWasUsed()
    {
        var options = new GatewayOptions { IdentifyBudgetPath = File };
        await using (var before = await GatewayHarness.StartAsync(options, harness => harness.Locate = h => h.Bot(total: 2)))
        {
            var connection = await before.BecomeReadyAsync();
            await connection.CloseAsync(4009);
            await before.PassAsync(TimeSpan.FromSeconds(5));
            await before.BecomeReadyAsync("session-2");
        }

        Assert.Equal(2, System.IO.File.ReadAllLines(File).Length);
        await using var after = await GatewayHarness.StartAsync(options, harness => harness.Locate = h => h.Bot(total: 2));
        // The clock of the second process stands where that of the first began: 5 s before the last identify.
        await after.Clock.WaitForTimerAsync(TimeSpan.FromHours(24));
        Assert.False(after.Gateway.TryAccept());
        after.Clock.Advance(TimeSpan.FromHours(24));
        await after.BecomeReadyAsync();
    }

    [Fact]
    public async Task Identify_RightAfterARestart_KeepsTheGap()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var start = new TestKit.ManualClock().GetUtcNow();
        System.IO.File.WriteAllText(File, $"{start.AddHours(-25):O}\n{start.AddSeconds(-2):O}\n2026-0");
        await using var harness = await GatewayHarness.StartAsync(new GatewayOptions { IdentifyBudgetPath = File });

        // The line that was cut short counts as one of now; the one of yesterday is gone from the file.
        Assert.Equal(2, System.IO.File.ReadAllLines(File).Length);
        await harness.PassAsync(TimeSpan.FromSeconds(5));
        await harness.BecomeReadyAsync();
        var last = System.IO.File.ReadAllLines(File)[^1];
        Assert.Equal(harness.Clock.GetUtcNow(), DateTimeOffset.Parse(last, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Identify_WhenTheFileCannotBeWritten_GoesOnAndSaysSo()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "deep"), "a file where a folder should be");
        await using var harness = await GatewayHarness.StartAsync(new GatewayOptions { IdentifyBudgetPath = File });

        await harness.BecomeReadyAsync();

        Assert.True(harness.Logs.Contains(LogLevel.Warning, "was not written"));
    }

    [Fact]
    public async Task Locate_RefusedAs401_StopsLikeAWrongToken()
    {
        await using var harness = await GatewayHarness.StartAsync(set: harness =>
            harness.Locate = _ => throw new DiscordApiException(HttpStatusCode.Unauthorized, 0, "GET /gateway/bot", "401: Unauthorized"));

        var exception = await Assert.ThrowsAsync<GatewayClosedException>(() => harness.Running);

        Assert.Equal(4004, exception.Code);
        Assert.Contains("DISCORD_TOKEN", exception.Message, StringComparison.Ordinal);
        Assert.IsType<DiscordApiException>(exception.InnerException);
    }

    [Fact]
    public async Task Locate_FailingForAWhile_IsTriedAgain()
    {
        var failures = 2;
        await using var harness = await GatewayHarness.StartAsync(set: harness =>
            harness.Locate = h => failures-- > 0 ? throw new HttpRequestException("no route to host") : h.Bot());

        await harness.PassAsync(TimeSpan.FromSeconds(1));

        await harness.BecomeReadyAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
