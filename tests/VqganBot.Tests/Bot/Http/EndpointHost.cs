using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Http;
using VqganBot.Tests.Discord.Interactions;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Http;

/// <summary>The endpoint on a real port, and a Discord that signs for it.</summary>
internal sealed class EndpointHost : IAsyncDisposable
{
    private static readonly ReferenceSigner Signer = new([.. Enumerable.Repeat((byte)7, 32)]);

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private EndpointHost(WebApplication app, ManualClock clock) => (_app, Clock) = (app, clock);

    public ManualClock Clock { get; }

    public IncomingInteractions Incoming => _app.Services.GetRequiredService<IncomingInteractions>();

    public static async Task<EndpointHost> StartAsync(bool isEnabled = true)
    {
        var clock = new ManualClock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<HttpInteractionsOptions>(options => (options.Enabled, options.PublicKey) = (isEnabled, Signer.PublicKey));
        builder.Services.AddIncomingInteractions();
        var app = builder.Build();
        app.MapInteractions();
        await app.StartAsync();
        return new EndpointHost(app, clock);
    }

    public EndpointSignature Sign(string body, DateTimeOffset? at = null) =>
        Sign(body, (at ?? Clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public EndpointSignature Sign(string body, string timestamp) =>
        new(Signer.Sign([.. Encoding.UTF8.GetBytes(timestamp), .. Encoding.UTF8.GetBytes(body)]), timestamp);

    public EndpointSignature Sign(byte[] body)
    {
        var timestamp = Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new EndpointSignature(Signer.Sign([.. Encoding.UTF8.GetBytes(timestamp), .. body]), timestamp);
    }

    public Task<HttpResponseMessage> PostAsync(string body, bool isChunked = false) => SendAsync(Encoding.UTF8.GetBytes(body), Sign(body), isChunked);

    public Task<HttpStatusCode> StatusAsync(string body, EndpointSignature signature) => StatusAsync(Encoding.UTF8.GetBytes(body), signature);

    public async Task<HttpStatusCode> StatusAsync(byte[] body, EndpointSignature signature)
    {
        using var response = await SendAsync(body, signature, isChunked: false);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] body, EndpointSignature signature, bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_app.Urls.Single()}/interactions")) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = isChunked;
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature.Hex);
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", signature.Timestamp);
        return await _http.SendAsync(request);
    }
}
