using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Polly;
using VqganBot.Discord.Rest.RateLimits;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest.Sending;

/// <summary>Sends requests: within Discord's limits, again where that does no harm, and not at all where it would only do harm.</summary>
internal sealed partial class RestTransport : IDisposable
{
    private const long LargestAnswer = 16 * 1024 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly DiscordClientOptions _options;
    private readonly TimeProvider _clock;
    private readonly RestCounters _counters;
    private readonly ILogger _log;
    private readonly HttpClient _http;
    private readonly string _root;
    private readonly RateLimiter _limiter;
    private readonly InvalidRequestBudget _budget;
    private readonly RetryPipelines _pipelines;
    private volatile bool _tokenRefused;

    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler.")]
    public RestTransport(DiscordClientOptions options, TimeProvider clock, RestCounters counters, ILogger log)
    {
        (_options, _clock, _counters, _log) = (options, clock, counters, log);
        _root = options.ApiUrl.AbsoluteUri.TrimEnd('/');
        _limiter = new RateLimiter(clock, options.LongestRateLimitWait);
        _budget = new InvalidRequestBudget(clock, counters);
        _pipelines = new RetryPipelines(clock, options.LongestRateLimitWait, log);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            // Shorter than any server's: a connection that the other side just closed would lose an acknowledgement.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        string version = typeof(RestTransport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"DiscordBot ({options.ProjectUrl}, {version})");
    }

    /// <exception cref="DiscordApiException">It did not succeed.</exception>
    public async Task<RestAnswer> SendAsync(Route route, RequestBody? body, Retries retries, CancellationToken cancellation)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellation);
        context.Properties.Set(RetryPipelines.Start, _clock.GetTimestamp());
        try
        {
            return await _pipelines.For(retries)
                .ExecuteAsync(static async (context, state) => await state.This.AttemptAsync(state.route, state.body, context.CancellationToken).ConfigureAwait(false), context, (This: this, route, body))
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<RestAnswer> AttemptAsync(Route route, RequestBody? body, CancellationToken cancellation)
    {
        ThrowIfPointless(route);
        using RateLimitLease lease = await _limiter.EnterAsync(route, cancellation).ConfigureAwait(false);
        ThrowIfPointless(route);

        long start = _clock.GetTimestamp();
        using HttpRequestMessage request = ToMessage(route, body);
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        RestAnswer answer;
        RateLimitHeaders limits;
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
            answer = new RestAnswer(route, response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
            limits = RateLimitHeaders.Read(response.Headers);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Unanswered(route, $"{route} was not answered within {_options.RequestTimeout.TotalSeconds:0.#} s.", exception, isConnectFailure: false);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException && !cancellation.IsCancellationRequested)
        {
            throw Unanswered(route, $"{route} was not sent: no connection to {_options.ApiUrl.Authority} could be made within {ConnectTimeout.TotalSeconds:0.#} s.", exception, isConnectFailure: true);
        }
        catch (HttpRequestException exception)
        {
            bool isConnectFailure = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            throw Unanswered(route, $"{route} got no answer: {exception.Message}", exception, isConnectFailure);
        }

        Log.Answered(_log, route, (int)answer.Status, _clock.GetElapsedTime(start).TotalMilliseconds);
        return Judge(answer, limits, lease);
    }

    private void ThrowIfPointless(Route route)
    {
        if (_tokenRefused && route.Kind == RouteKind.Bot)
            throw new DiscordApiException(HttpStatusCode.Unauthorized, 0, route.ToString(), $"{route} was not sent: Discord refused the bot's token before. Set a good one and start again.");
        _budget.ThrowIfSpent(route);
    }

    private RestAnswer Judge(RestAnswer answer, RateLimitHeaders limits, RateLimitLease lease)
    {
        _counters.Count((int)answer.Status);
        if (answer.Status != HttpStatusCode.TooManyRequests)
        {
            lease.Learn(limits);
            if (answer.IsSuccess) return answer;
            if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) CountInvalid();
            DiscordApiException refusal = answer.ToException(null);
            if (answer.Route.Kind == RouteKind.Bot && refusal.IsBotTokenRefused)
            {
                _tokenRefused = true;
                Log.TokenRefused(_log, answer.Route);
            }
            throw refusal;
        }

        RateLimitRefusal limit = RateLimitRefusal.Of(limits, answer.TryRead(DiscordJson.Default.RateLimitBody), isEmpty: answer.Body.Length == 0);
        if (!limit.IsShared) CountInvalid();
        lease.Learn(limits, limit);
        Log.RateLimited(_log, limit.IsBlock || limit.IsGlobal ? LogLevel.Warning : LogLevel.Information, answer.Route, limit.Scope, limit.RetryAfter.TotalSeconds);
        throw answer.ToException(limit.RetryAfter);
    }

    private void CountInvalid()
    {
        if (_budget.Count()) Log.BudgetSpent(_log, InvalidRequestBudget.Most);
    }

    private HttpRequestMessage ToMessage(Route route, RequestBody? body)
    {
        var request = new HttpRequestMessage(route.Method, new Uri(_root + route.Path)) { Content = body?.ToContent() };
        if (route.Kind == RouteKind.Bot)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", _options.Token);
        return request;
    }

    private DiscordApiException Unanswered(Route route, string message, Exception exception, bool isConnectFailure)
    {
        Log.Unanswered(_log, message);
        return new DiscordApiException(0, 0, route.ToString(), message, exception) { IsConnectFailure = isConnectFailure };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Route}: {Status} after {Milliseconds:0} ms.")]
        public static partial void Answered(ILogger log, Route route, int status, double milliseconds);

        [LoggerMessage(2, LogLevel.Information, "{Message}")]
        public static partial void Unanswered(ILogger log, string message);

        [LoggerMessage(EventId = 3, Message = "{Route} was rate limited ({Scope}) for {Seconds:0.###} s.")]
        public static partial void RateLimited(ILogger log, LogLevel level, Route route, string scope, double seconds);

        [LoggerMessage(4, LogLevel.Error, "{Route}: Discord refused the bot's token. Nothing more is sent with it.")]
        public static partial void TokenRefused(ILogger log, Route route);

        [LoggerMessage(5, LogLevel.Error, "Discord refused {Count} requests within 10 minutes. Nothing is sent until that is over, since it bans the address at twice as many.")]
        public static partial void BudgetSpent(ILogger log, int count);
    }
}
