using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Http;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Wire;
using VqganBot.Limits;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Http;

public sealed class IncomingInteractionsTests
{
    private readonly ManualClock _clock = new();
    private readonly CapturedLogs _logs = new();
    private readonly IncomingInteractions _incoming;

    public IncomingInteractionsTests() => _incoming = new IncomingInteractions(_clock, _logs.CreateLogger<IncomingInteractions>());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pump_OfGatewayEvents_TakesTheInteractionsWithTheirTime()
    {
        var dispatches = System.Threading.Channels.Channel.CreateUnbounded<GatewayDispatch>();
        Write(dispatches, "GUILD_CREATE", "{}", 1);
        Write(dispatches, "INTERACTION_CREATE", Json(1), 2);
        Write(dispatches, "INTERACTION_CREATE", """{"id":"2"}""", 3);
        Write(dispatches, "INTERACTION_CREATE", "null", 4);
        Write(dispatches, "INTERACTION_CREATE", Json(3), 5);
        dispatches.Writer.Complete();

        await _incoming.PumpAsync(dispatches.Reader, new RoleNames(), Cancellation);

        Assert.True(_incoming.Reader.TryRead(out var first));
        Assert.True(_incoming.Reader.TryRead(out var second));
        Assert.Equal((new Snowflake(1), 2L), (first.Interaction.Id, first.ReceivedAt));
        Assert.Equal((new Snowflake(3), 5L), (second.Interaction.Id, second.ReceivedAt));
        Assert.True(_logs.Contains(LogLevel.Warning, "could not be read"));
    }

    [Fact]
    public void Add_FromBothTransports_IsTakenOnce()
    {
        Assert.True(_incoming.TryAdd(Parse(1)));
        Assert.False(_incoming.TryAdd(Parse(1), receivedAt: 7));
        Assert.Equal(1, _incoming.Reader.Count);
    }

    [Fact]
    public void Add_WhenNobodyReads_DropsTheOldestAndSaysSo()
    {
        for (var id = 1; id <= 1001; id++)
        {
            _incoming.TryAdd(Parse(id));
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.True(_incoming.Reader.TryRead(out var oldest));
        Assert.Equal(new Snowflake(2), oldest.Interaction.Id);
        Assert.True(_logs.Contains(LogLevel.Warning, "Interaction 1 was dropped unhandled after 00:00:10"));
    }

    private static string Json(int id) => $$"""{"id":"{{id}}","application_id":"9","type":2,"token":"t","user":{"id":"5","username":"someone"} }""";

    private static Interaction Parse(int id) => JsonSerializer.Deserialize(Json(id), DiscordJson.Default.Interaction)!;

    private static void Write(Channel<GatewayDispatch> dispatches, string name, string json, long receivedAt) =>
        dispatches.Writer.TryWrite(new GatewayDispatch(name, JsonSerializer.Deserialize<JsonElement>(json), receivedAt));
}
