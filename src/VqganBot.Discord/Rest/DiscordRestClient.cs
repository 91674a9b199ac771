using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest.Sending;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest;

/// <summary>Discord's REST API, as far as a bot like this needs it.</summary>
/// <remarks>What does not succeed is a <see cref="DiscordApiException"/>, also where no answer came.</remarks>
public sealed partial class DiscordRestClient : IDisposable
{
    private readonly RestTransport _transport;

    public DiscordRestClient(DiscordClientOptions options, TimeProvider clock, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(loggers);
        _transport = new RestTransport(options, clock, Counters, loggers.CreateLogger<DiscordRestClient>());
    }

    /// <value>Counts of what went over the wire, for health and metrics.</value>
    public RestCounters Counters { get; } = new();

    public async Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellation = default)
    {
        RestAnswer answer = await _transport.SendAsync(Route.ForBot(HttpMethod.Get, "/gateway/bot"), null, Retries.Always, cancellation).ConfigureAwait(false);
        return answer.Read(DiscordJson.Default.GatewayBot);
    }

    public async Task<Application> GetCurrentApplicationAsync(CancellationToken cancellation = default)
    {
        RestAnswer answer = await _transport.SendAsync(Route.ForBot(HttpMethod.Get, "/applications/@me"), null, Retries.Always, cancellation).ConfigureAwait(false);
        return answer.Read(DiscordJson.Default.Application);
    }

    public void Dispose() => _transport.Dispose();
}
