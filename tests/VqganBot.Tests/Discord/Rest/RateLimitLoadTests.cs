using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>Many requests at once against a server that counts, by the same clock, as Discord does.</summary>
public sealed class RateLimitLoadTests
{
    private const int Limit = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(1, 40)]
    [InlineData(8, 12)]
    public async Task Requests_ByTheDozen_AllGoThroughWithoutOneRefusal(int webhooks, int each)
    {
        var counter = new WindowCounter();
        await using var harness = await RestHarness.StartAsync(counter.AnswerAsync);
        counter.Clock = harness.Clock;

        // The clock is moved as soon as anybody waits, so that on a busy machine a request may be on its way for long by it.
        using var client = harness.Connect(harness.Peer.Api, requestTimeout: TimeSpan.FromHours(1));

        var all = Task.WhenAll(Enumerable.Range(0, webhooks * each).Select(i =>
            client.EditOriginalAsync(RestHarness.AppId, $"token-{i % webhooks}", new MessageBody(), null, RestHarness.Cancellation)));
        await harness.Clock.PassUntilAsync(all);

        var troubles = harness.Logs.Lines.Where(line => line.Level > LogLevel.Debug).Select(line => line.Text);
        Assert.True(!troubles.Any(), string.Join(Environment.NewLine, troubles));
        Assert.Equal(webhooks * each, harness.Peer.Calls.Count);
    }

    private sealed class WindowCounter
    {
        private readonly ConcurrentDictionary<string, (DateTimeOffset Start, int Used)> _windows = new();

        public TimeProvider Clock { get; set; } = TimeProvider.System;

        public Task AnswerAsync(HttpContext context, ReceivedCall call)
        {
            var now = Clock.GetUtcNow();
            var (start, used) = _windows.AddOrUpdate(call.Target, (now, 1), (_, old) => now - old.Start >= Window ? (now, 1) : (old.Start, old.Used + 1));
            var reset = start + Window;
            context.Limited("edits", Limit, Math.Max(0, Limit - used), (reset - now).TotalSeconds, reset.ToUnixTimeMilliseconds() / 1000.0);
            return used > Limit ? context.TooMany((reset - now).TotalSeconds) : context.Posted();
        }
    }
}
