using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using VqganBot.Simulator;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.RateLimits;
using VqganBot.Simulator.World;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Simulator.Peer;

/// <summary>A bot made of nothing but an HTTP client and a socket, so that the simulator is seen as any foreign client sees it.</summary>
internal sealed class RawBot : IAsyncDisposable
{
    private const string UserAgent = "DiscordBot (https://example.org, 1.0)";

    private readonly HttpClient _http;

    private RawBot(SimulatorApp app, ManualClock clock)
    {
        (App, Clock) = (app, clock);
        _http = new HttpClient { Timeout = TestTimeouts.Default };
    }

    public SimulatorApp App { get; }

    /// <value>Stands still until moved; the simulator's own clock stands on it.</value>
    public ManualClock Clock { get; }

    public SimulatedWorld World => App.World;

    public string Application => World.Bot.Id.ToString();

    public static async Task<RawBot> StartAsync(RateLimitOptions? limits = null)
    {
        var clock = new ManualClock();
        var options = new SimulatorOptions { Clock = clock, RateLimits = limits ?? RateLimitOptions.Loose };
        return new RawBot(await SimulatorApp.StartAsync(options), clock);
    }

    public static CancellationToken Soon() => new CancellationTokenSource(TestTimeouts.Default).Token;

    /// <summary>Moves the time on Discord, and lets what came due happen.</summary>
    public void Advance(TimeSpan by)
    {
        App.Clock.Advance(by);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
    }

    public async Task<Reply> SendAsync(string method, string path, HttpContent? body = null, bool authorized = true, string? userAgent = UserAgent)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), App.ApiUrl + path) { Content = body };
        if (authorized)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", "playground");
        if (userAgent is not null)
            request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        using HttpResponseMessage response = await _http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        JsonNode? json = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        return new Reply(response.StatusCode, json, response.Headers);
    }

    public Task<Reply> JsonAsync(string method, string path, string json, bool authorized = true) =>
        SendAsync(method, path, new StringContent(json, Encoding.UTF8, "application/json"), authorized);

    /// <summary>Answers an interaction.</summary>
    public Task<Reply> AnswerAsync(InteractionCreate interaction, string json, bool withResponse = true) =>
        JsonAsync("POST", $"/interactions/{interaction.Id}/{interaction.Token}/callback?with_response={withResponse}", json, authorized: false);

    /// <summary>A form with files, as Discord's documentation shows it.</summary>
    public static MultipartFormDataContent Form(string json, params (string Field, string Filename, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(json, Encoding.UTF8, "application/json"), "payload_json" } };
        foreach ((string field, string filename, byte[] bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(content, field, filename);
        }
        return form;
    }

    public Task<Reply> RegisterAsync(string commands) => JsonAsync("PUT", $"/applications/{Application}/commands", commands);

    /// <summary>A gateway connection that is ready.</summary>
    public async Task<RawGateway> ConnectAsync(bool compress = false, int intents = 1)
    {
        RawGateway gateway = await RawGateway.OpenAsync(App, compress: compress);
        await gateway.IdentifyAsync(intents);
        return gateway;
    }

    /// <summary>Somebody runs <c>/paint</c>, which takes anything, and the bot has got it.</summary>
    public async Task<(InteractionCreate Interaction, Task<InteractionOutcome> Outcome)> PaintAsync(RawGateway gateway, SimulatedUser? user = null, SimulatedChannel? channel = null)
    {
        await RegisterAsync("""[{"name":"paint","description":"Paints."}]""");
        Task<InteractionOutcome> outcome = World.InvokeCommandAsync(user ?? World.Ada, channel ?? World.Paintings, "paint", cancellation: Soon());
        return (await gateway.InteractionAsync(), outcome);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.DisposeAsync();
    }

    internal sealed record Reply(HttpStatusCode Status, JsonNode? Json, HttpResponseHeaders Headers)
    {
        public int Code => (int?)Json?["code"] ?? 0;

        /// <summary>The code of the first error at a path of the tree, such as <c>data.components.0</c>.</summary>
        public string? ErrorAt(string path)
        {
            JsonNode? node = Json?["errors"];
            foreach (string name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
                node = node?[name];
            return (string?)node?["_errors"]?[0]?["code"];
        }

        public string Header(string name) => Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(',', values) : "";
    }
}
