using System.Net;
using System.Text;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Bot.Http;

public sealed class InteractionsEndpointTests
{
    private const string Command = """
        {"id":"1","application_id":"2","type":2,"token":"t","version":1,"data":{"id":"3","name":"imagine","type":1},
         "channel_id":"4","user":{"id":"5","username":"someone"},"new_field":{"of":["tomorrow"]}}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_APing_IsAnsweredWithAPong()
    {
        await using var host = await EndpointHost.StartAsync();

        using var response = await host.PostAsync("""{"id":"1","application_id":"2","type":1,"token":"t","version":1}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(0, host.Incoming.Reader.Count);
    }

    [Fact]
    public async Task Post_ACommand_IsHandedOnAndAcceptedWithAnEmptyBody()
    {
        await using var host = await EndpointHost.StartAsync();
        var before = host.Clock.GetTimestamp();

        using var response = await host.PostAsync(Command);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.True(host.Incoming.Reader.TryRead(out var incoming));
        Assert.Equal(new Snowflake(1), incoming.Interaction.Id);
        Assert.Equal("imagine", incoming.Interaction.Data!.Name);
        Assert.Equal(before, incoming.ReceivedAt);
    }

    [Fact]
    public async Task Post_TheSameTwice_IsHandledOnce()
    {
        await using var host = await EndpointHost.StartAsync();

        using var first = await host.PostAsync(Command);
        using var replayed = await host.PostAsync(Command);

        Assert.Equal(HttpStatusCode.Accepted, replayed.StatusCode);
        Assert.Equal(1, host.Incoming.Reader.Count);
    }

    [Fact]
    public async Task Post_WhatWasNotSignedSo_IsRefused()
    {
        await using var host = await EndpointHost.StartAsync();
        var good = host.Sign(Command);

        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command + " ", good));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command, good with { Timestamp = good.Timestamp[..^1] + (good.Timestamp[^1] == '5' ? '6' : '5') }));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command, good with { Hex = new string('0', 128) }));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command, good with { Hex = "" }));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command, new EndpointSignature("", "")));
        Assert.Equal(0, host.Incoming.Reader.Count);
        Assert.Equal(HttpStatusCode.Accepted, await host.StatusAsync(Command, good));
    }

    [Theory]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(-299, HttpStatusCode.Accepted)]
    [InlineData(299, HttpStatusCode.Accepted)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task Post_SignedAtAnotherTime_IsRefusedOutsideTheWindow(int seconds, HttpStatusCode expected)
    {
        await using var host = await EndpointHost.StartAsync();
        var signature = host.Sign(Command);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var shifted = host.Sign(Command, host.Clock.GetUtcNow().AddSeconds(seconds));

        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command, signature));
        Assert.Equal(expected, await host.StatusAsync(Command, shifted));
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("-5")]
    [InlineData("now")]
    [InlineData(" 1")]
    public async Task Post_ATimestampThatIsNone_IsRefused(string timestamp)
    {
        await using var host = await EndpointHost.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync(Command, host.Sign(Command, timestamp)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_ABodyBeyondTheCap_IsRefusedWithoutReadingOn(bool isChunked)
    {
        await using var host = await EndpointHost.StartAsync();
        var large = Command + new string(' ', 256 * 1024);

        using var response = await host.PostAsync(large, isChunked: isChunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, host.Incoming.Reader.Count);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":"2"}""")]
    [InlineData("""{"type":2}""")]
    public async Task Post_SignedNonsense_IsABadRequest(string body)
    {
        await using var host = await EndpointHost.StartAsync();

        using var response = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, host.Incoming.Reader.Count);
    }

    [Fact]
    public async Task Post_ABodyThatIsNoUtf8_IsABadRequest()
    {
        await using var host = await EndpointHost.StartAsync();
        byte[] body = [.. Encoding.UTF8.GetBytes(Command.Replace("someone", "?", StringComparison.Ordinal))];
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;

        Assert.Equal(HttpStatusCode.BadRequest, await host.StatusAsync(body, host.Sign(body)));
    }

    [Fact]
    public async Task Post_WhenSwitchedOff_IsNotFound()
    {
        await using var host = await EndpointHost.StartAsync(isEnabled: false);

        using var response = await host.PostAsync(Command);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
