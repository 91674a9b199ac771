using System.Net;
using System.Net.WebSockets;
using VqganBot.Simulator;

namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>Other sites open in the same browser reach this machine's ports; they must get nothing here. No browser needed.</summary>
public sealed class PageSecurityTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SimulatorApp _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorApp.StartAsync(new SimulatorOptions());

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("js/main.js")]
    [InlineData("css/tokens.css")]
    [InlineData("favicon.svg")]
    public async Task Page_IsServedUnderAStrictPolicy(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_simulator.Address, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Page_AskedForAgain_IsNotSentTwice()
    {
        using var first = await _http.GetAsync(_simulator.Address, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, _simulator.Address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Page_UnderAForeignName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _simulator.Address);
        request.Headers.Host = "rebound.example";

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task Socket_OfAnotherPage_IsRefused(string? origin)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(SocketAddress, TestContext.Current.CancellationToken));
        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task Socket_OfTheOwnPage_IsTaken()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", _simulator.Address.GetLeftPart(UriPartial.Authority));

        await socket.ConnectAsync(SocketAddress, TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Socket_ThatSendsNonsense_IsClosedAndTheSimulatorGoesOn()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", _simulator.Address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(SocketAddress, TestContext.Current.CancellationToken);

        await socket.SendAsync("nonsense"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<WebSocketException>(async () =>
        {
            while ((await socket.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken)).MessageType != WebSocketMessageType.Close) { }
            throw new WebSocketException("closed in good order");
        });
        using var answer = await _http.GetAsync(_simulator.Address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_OfAnotherPage_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_simulator.Address, "playground/uploads")) { Content = new ByteArrayContent([1]) };
        request.Headers.Add("Origin", "http://evil.example");

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task File_OfAMessage_MayRunNothing()
    {
        var page = new VqganBot.Simulator.Client.UploadedFile("page.html", "text/html", "<script>1</script>"u8.ToArray());
        var message = _simulator.World.Post(_simulator.World.Basho, _simulator.World.Paintings, "look", page);

        using var answer = await _http.GetAsync(message.Message.Attachments![0].Url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private Uri SocketAddress => new UriBuilder(_simulator.Address) { Scheme = "ws", Path = "/playground/socket" }.Uri;
}
