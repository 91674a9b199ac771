using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Gateway;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayPayloadTests
{
    private const int Limit = 8 * 1024 * 1024;

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"op":"zero"}""")]
    [InlineData("""{"op":0,"t":7,"d":{}}""")]
    [InlineData("""{"op":0,"t":"A","s":"two","d":{}}""")]
    public async Task Payload_ThatIsNone_IsDroppedAloneAndLogged(string json)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendAsync(json);
        await connection.DispatchAsync("NEXT", 2, "{}");

        Assert.Equal("NEXT", (await harness.NextAsync()).EventName);
        Assert.True(harness.Logs.Contains(LogLevel.Warning, "could not be read"));
    }

    [Theory]
    [InlineData("""{"op":99,"d":{"future":true}}""")]
    [InlineData("""{"op":0,"t":null,"d":{}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1}}""")]
    [InlineData("""{"op":11}""")]
    public async Task Payload_WithoutMeaningHere_IsIgnoredSilently(string json)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendAsync(json);
        await connection.DispatchAsync("NEXT", 2, "{}");

        Assert.Equal("NEXT", (await harness.NextAsync()).EventName);
        Assert.DoesNotContain(harness.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"session_id":null,"resume_gateway_url":"ws://a","user":{"id":"1","username":"a"},"application":{"id":"1"}}""")]
    public async Task Ready_ThatLacksTheSession_IsLeftAndTriedAgain(string data)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.Gateway.AcceptAsync();
        await connection.HelloAsync();
        await connection.ReceiveAsync(op: 2);

        await connection.DispatchAsync("READY", 1, data);

        Assert.Equal(4200, await connection.ClosedWith);
        await harness.PassAsync(TimeSpan.FromSeconds(5));
        await harness.BecomeReadyAsync();
    }

    [Theory]
    [InlineData("""{"op":0,"t":"RESUMED","s":2,"d":null}""")]
    [InlineData("""{"op":0,"t":"RESUMED","s":2}""")]
    public async Task Dispatch_WithoutData_IsAnEventAllTheSame(string json)
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        await connection.CloseAsync(4000);
        var (resumed, _) = await harness.AcceptResumeAsync();

        await resumed.SendAsync(json);

        Assert.Equal("RESUMED", (await harness.NextAsync()).EventName);
        Assert.Equal(GatewayState.Ready, harness.Client.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Payload_BeyondTheLimit_IsSkippedAndTheNextIsRead(bool compress)
    {
        await using var harness = await GatewayHarness.StartAsync(new GatewayOptions { Compress = compress });
        var connection = await harness.BecomeReadyAsync();

        await connection.DispatchAsync("GIANT", 2, $"\"{new string('a', Limit)}\"");
        await connection.DispatchAsync("NEXT", 3, "{}");

        Assert.Equal("NEXT", (await harness.NextAsync()).EventName);
        Assert.True(harness.Logs.Contains(LogLevel.Warning, "more than 8388608 bytes"));
    }

    [Fact]
    public async Task Payload_JustWithinTheLimit_IsRead()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        const int envelope = 200;

        await connection.DispatchAsync("LARGE", 2, $"\"{new string('a', Limit - envelope)}\"");

        Assert.Equal(Limit - envelope, (await harness.NextAsync()).Data.GetString()!.Length);
    }

    [Fact]
    public async Task Compressed_InManyFramesAndMessages_IsPutTogether()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();
        var bytes = connection.Deflate("""{"op":0,"t":"SPLIT","s":2,"d":{"text":"é"}}"""u8);

        for (var i = 0; i < bytes.Length; i++)
            await connection.SendRawAsync(bytes.AsMemory(i, 1), WebSocketMessageType.Binary, endOfMessage: i % 3 == 2 || i == bytes.Length - 1);

        Assert.Equal("é", (await harness.NextAsync()).Data.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Compressed_TwoPayloadsInOneFlush_AreNotTakenForOne()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendRawAsync(connection.Deflate("""{"op":11}{"op":11}"""u8), WebSocketMessageType.Binary);
        await connection.DispatchAsync("NEXT", 2, "{}");

        Assert.Equal("NEXT", (await harness.NextAsync()).EventName);
        Assert.True(harness.Logs.Contains(LogLevel.Warning, "could not be read"));
    }

    [Fact]
    public async Task Compressed_Broken_ResumesOnAFreshStream()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendRawAsync(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF }, WebSocketMessageType.Binary);

        var (again, _) = await harness.AcceptResumeAsync();
        await again.DispatchAsync("RESUMED", 2, "{}");
        Assert.Equal("RESUMED", (await harness.NextAsync()).EventName);
    }

    [Fact]
    public async Task Uncompressed_AlthoughCompressionWasAskedFor_IsReadAllTheSame()
    {
        await using var harness = await GatewayHarness.StartAsync();
        var connection = await harness.BecomeReadyAsync();

        await connection.SendRawAsync(Encoding.UTF8.GetBytes("""{"op":0,"t":"PLAIN","s":2,"d":{}}"""), WebSocketMessageType.Text);
        await connection.DispatchAsync("NEXT", 3, "{}");

        Assert.Equal("PLAIN", (await harness.NextAsync()).EventName);
        Assert.Equal("NEXT", (await harness.NextAsync()).EventName);
    }
}
