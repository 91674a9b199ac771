using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>One session on Discord's gateway, kept up until it is cancelled or closed for good.</summary>
public sealed partial class GatewayClient
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);

    /// <summary>A session whose resumption was begun so often without coming through is given up.</summary>
    private const int MostResumes = 3;

    private readonly DiscordClientOptions _client;
    private readonly GatewayOptions _options;
    private readonly Func<CancellationToken, Task<GatewayBot>> _locate;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly GatewayStateMachine _machine = new();
    private readonly GatewaySession _session = new();
    private readonly DispatchQueue _dispatches;
    private readonly PresencePump _presence;
    private readonly IdentifyBudget _budget;
    private readonly ReconnectPolicy _policy;
    private bool _isRunning;
    private bool _isResumeAddressBad;
    private int _resumes;

    public GatewayClient(DiscordClientOptions client, GatewayOptions options, DiscordRestClient rest, TimeProvider clock, ILoggerFactory loggers)
        : this(client, options, rest.GetGatewayBotAsync, clock, new Random(), loggers)
    {
    }

    /// <param name="locate">Asks where the gateway is and what is left of the identify budget.</param>
    internal GatewayClient(
        DiscordClientOptions client, GatewayOptions options, Func<CancellationToken, Task<GatewayBot>> locate, TimeProvider clock, Random random, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DispatchCapacity, 1);
        _client = client;
        _options = options;
        _locate = locate;
        _clock = clock;
        _logger = loggers.CreateLogger<GatewayClient>();
        _dispatches = new DispatchQueue(options.DispatchCapacity, clock, loggers.CreateLogger<DispatchQueue>());
        _presence = new PresencePump(options.Presence, clock);
        _budget = new IdentifyBudget(options.IdentifyBudgetPath, clock, loggers.CreateLogger<IdentifyBudget>());
        _policy = new ReconnectPolicy(clock, random);
    }

    public GatewayState State => _machine.State;

    /// <value>What READY told, once it has come.</value>
    public Ready? Session => _session.Ready;

    /// <value>Events in the order they came, interactions without duplicates. Completed when <see cref="RunAsync"/> ends.</value>
    public ChannelReader<GatewayDispatch> Dispatches => _dispatches.Reader;

    /// <summary>Connects, and connects again, until cancelled, which closes the session with 1000 and ends without an exception. Once only.</summary>
    /// <exception cref="GatewayClosedException">Discord closed it for good.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _isRunning, true))
            throw new InvalidOperationException("This gateway client was already run. Make a new one for a new session.");
        try
        {
            while (true)
            {
                (ConnectionEnd end, long? readySince) = await ConnectAndServeAsync(cancellation).ConfigureAwait(false);
                _machine.Move(GatewayState.Disconnected);
                if (end is { Next: NextStep.Stop, CloseCode: { } code })
                    throw new GatewayClosedException(code, CloseCodes.Advice(code));
                if (end.Next == NextStep.Identify) _session.Forget();
                TimeSpan wait = _policy.After(readySince);
                if (wait < end.Pause) wait = end.Pause;
                Log.Ended(_logger, end.Reason, wait, _session.CanResume);
                await Task.Delay(wait, _clock, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.Stopped(_logger);
        }
        finally
        {
            _machine.Move(GatewayState.Closed);
            _dispatches.Complete();
        }
    }

    /// <summary>Shows a presence, now or as soon as connected; the newest wins, at most 5 a minute go out.</summary>
    /// <exception cref="ArgumentException">It is larger than the gateway accepts.</exception>
    public ValueTask UpdatePresenceAsync(PresenceUpdate presence, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(presence);
        cancellation.ThrowIfCancellationRequested();
        _presence.Update(presence);
        return ValueTask.CompletedTask;
    }

    /// <summary>One attempt, whatever comes of it. Only cancellation and the end for good leave it as exceptions.</summary>
    private async Task<(ConnectionEnd End, long? ReadySince)> ConnectAndServeAsync(CancellationToken cancellation)
    {
        long? readySince = null;
        try
        {
            _machine.Move(GatewayState.Connecting);
            bool isResuming = _session.CanResume && !_isResumeAddressBad;
            using GatewaySocket socket = isResuming
                ? await ConnectToResumeAsync(cancellation).ConfigureAwait(false)
                : await OpenAsync(await FindGatewayAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            _machine.Move(GatewayState.AwaitingHello);
            using GatewayConnection connection = isResuming
                ? Connection(socket, GatewayState.Resuming, Resume)
                : Connection(socket, GatewayState.Identifying, Identify);
            ConnectionEnd end = await connection.RunAsync(cancellation).ConfigureAwait(false);
            readySince = connection.ReadySince;
            CountResumes(isResuming, readySince is not null);
            return (end, readySince);
        }
        catch (DiscordApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            throw new GatewayClosedException(CloseCodes.AuthenticationFailed, CloseCodes.Advice(CloseCodes.AuthenticationFailed), exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.Failed(_logger, exception);
            return (new ConnectionEnd(NextStep.Resume, "it could not be made or kept"), readySince);
        }
    }

    private GatewayConnection Connection(GatewaySocket socket, GatewayState opening, Func<byte[]> greet) =>
        new(socket, opening, greet, _session, _machine, _dispatches, _presence, _policy, _clock, _logger);

    private async Task<GatewaySocket> ConnectToResumeAsync(CancellationToken cancellation)
    {
        try
        {
            return await OpenAsync(_session.Ready!.ResumeGatewayUrl, cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Either this address is bad or the network is down: whether the first address answers tells which.
            _isResumeAddressBad = true;
            throw;
        }
    }

    /// <summary>The address for a new session, once the budget allows one.</summary>
    private async Task<string> FindGatewayAsync(CancellationToken cancellation)
    {
        _isResumeAddressBad = false;
        while (true)
        {
            GatewayBot gateway = await _locate(cancellation).ConfigureAwait(false);
            // The network works: a session that could not be resumed till here is lost.
            _session.Forget();
            SessionStartLimit limit = gateway.SessionStartLimit;
            if (_budget.WaitForBudget(limit) is not { Ticks: > 0 } wait)
            {
                await Task.Delay(_budget.WaitForGap(), _clock, cancellation).ConfigureAwait(false);
                return gateway.Url;
            }

            Log.BudgetSpent(_logger, limit.Remaining, limit.Total, wait);
            await Task.Delay(wait, _clock, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<GatewaySocket> OpenAsync(string url, CancellationToken cancellation)
    {
        Uri address = new UriBuilder(url) { Query = _options.Compress ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json" }.Uri;
        Log.Connecting(_logger, address.Host);
        using CancellationTokenSource limit = new(ConnectLimit, _clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        return await GatewaySocket.ConnectAsync(address, either.Token).ConfigureAwait(false);
    }

    private void CountResumes(bool wasResuming, bool becameReady)
    {
        _resumes = wasResuming && !becameReady ? _resumes + 1 : 0;
        if (_resumes < MostResumes) return;
        _resumes = 0;
        _session.Forget();
    }

    private byte[] Resume() => GatewaySender.Encode(
        GatewayOpcode.Resume,
        new Resume { Token = _client.Token, SessionId = _session.Ready!.SessionId, Sequence = _session.Sequence ?? 0 },
        DiscordJson.Default.Resume);

    private byte[] Identify()
    {
        _budget.Record();
        Identify identify = new()
        {
            Token = _client.Token,
            Intents = _options.Intents,
            Properties = new IdentifyProperties { Os = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux", Browser = "VqganBot", Device = "VqganBot" },
            Presence = _presence.TakeForIdentify(),
        };
        return GatewaySender.Encode(GatewayOpcode.Identify, identify, DiscordJson.Default.Identify);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Connecting to the gateway at {Host}.")]
        public static partial void Connecting(ILogger logger, string host);

        [LoggerMessage(2, LogLevel.Information, "The gateway connection ended: {Reason}. Connecting again in {Wait} (resuming the session: {CanResume}).")]
        public static partial void Ended(ILogger logger, string reason, TimeSpan wait, bool canResume);

        [LoggerMessage(3, LogLevel.Warning, "The gateway connection failed.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "Only {Remaining} of {Total} session starts are left today; Discord resets the token of bots that use up all. Waiting {Wait} before the next.")]
        public static partial void BudgetSpent(ILogger logger, int remaining, int total, TimeSpan wait);

        [LoggerMessage(5, LogLevel.Information, "The gateway connection was closed.")]
        public static partial void Stopped(ILogger logger);
    }
}
