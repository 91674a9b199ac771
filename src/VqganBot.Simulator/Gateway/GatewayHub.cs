using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Events;

namespace VqganBot.Simulator.Gateway;

/// <summary>All connections and sessions of the gateway. Safe from any thread.</summary>
public sealed partial class GatewayHub
{
    private readonly Lock _lock = new();
    private readonly SimulatorOptions _options;
    private readonly SimulatedWorld _world;
    private readonly HashSet<GatewayConnection> _connections = [];
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly Queue<DateTimeOffset> _identifies = [];
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal GatewayHub(SimulatorOptions options, SimulatedWorld world, SimulatedClock clock, FaultSwitches faults)
    {
        (_options, _world, Clock, Faults) = (options, world, clock, faults);
        world.Events.Sent += Dispatch;
    }

    /// <value>How often a client identified since the start.</value>
    public int Identifies { get; private set; }

    /// <value>How often a session was resumed.</value>
    public int Resumes { get; private set; }

    /// <value>Whether a session has a connection that is up.</value>
    public bool IsConnected
    {
        get
        {
            lock (_lock)
                return _sessions.Values.Any(session => session.Connection is not null);
        }
    }

    internal SimulatedClock Clock { get; }

    internal FaultSwitches Faults { get; }

    internal TimeSpan HeartbeatInterval => _options.HeartbeatInterval;

    /// <value>Where sessions are resumed; known once the server listens.</value>
    internal Uri ResumeAddress { get; set; } = new("ws://127.0.0.1/gateway/resume");

    /// <summary>Ends when a session is up: at once, or with the next READY or RESUMED.</summary>
    public Task WhenReadyAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
            return _ready.Task.WaitAsync(cancellation);
    }

    /// <summary>The budget of <c>GET /gateway/bot</c>.</summary>
    internal JsonObject StartLimit()
    {
        lock (_lock)
        {
            DateTimeOffset now = Forget();
            return new JsonObject
            {
                ["total"] = _options.RateLimits.IdentifiesPerDay,
                ["remaining"] = Math.Max(0, _options.RateLimits.IdentifiesPerDay - _identifies.Count),
                ["reset_after"] = _identifies.TryPeek(out DateTimeOffset first) ? (long)(first.AddDays(1) - now).TotalMilliseconds : 0,
                ["max_concurrency"] = 1,
            };
        }
    }

    internal async Task ServeAsync(GatewayConnection connection, CancellationToken cancellation)
    {
        lock (_lock)
            _connections.Add(connection);
        int? code = await connection.RunAsync(cancellation);
        bool isLast;
        lock (_lock)
        {
            _connections.Remove(connection);
            if (connection.Session is { } session && session.Connection == connection)
            {
                session.Connection = null;
                session.DisconnectedAt = Clock.GetUtcNow();
                // A client that says goodbye ends its session; one that breaks off, or closes otherwise, may come back.
                if (code is 1000 or 1001)
                    _sessions.Remove(session.Id);
            }
            isLast = connection.Session is not null && !IsConnected;
            if (isLast && _ready.Task.IsCompleted)
                _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        if (isLast)
            _world.Show(new PresenceView("offline", null));
    }

    internal void Identify(GatewayConnection connection, JsonElement data)
    {
        (IdentifyForm? form, GatewayCloseCode? refusal) = IdentifyForm.Read(data);
        JsonObject guild = Payloads.GuildPayload.Created(_world.Guild);
        lock (_lock)
        {
            if (connection.Session is not null)
                connection.Close(GatewayCloseCode.AlreadyAuthenticated, "Already authenticated.");
            else if (form is null)
                connection.Close(refusal!.Value, "Invalid identify.");
            else if (!IsToken(form.Token))
                connection.Close(GatewayCloseCode.AuthenticationFailed, "Authentication failed.");
            else if (!MayIdentify())
                Invalidate(connection, canResume: false);
            else
                Open(connection, form, guild);
        }
        if (form is not null && connection.Session is not null)
            ShowPresence(form.Presence);
    }

    internal void Resume(GatewayConnection connection, JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("token", out JsonElement token) || !data.TryGetProperty("session_id", out JsonElement id)
            || !data.TryGetProperty("seq", out JsonElement seq) || seq.ValueKind != JsonValueKind.Number || !seq.TryGetInt64(out long sequence))
        {
            connection.Close(GatewayCloseCode.DecodeError, "Error while decoding payload.");
            return;
        }
        lock (_lock)
        {
            if (!IsToken(token.ToString()))
                connection.Close(GatewayCloseCode.AuthenticationFailed, "Authentication failed.");
            else if (!_sessions.TryGetValue(id.ToString(), out GatewaySession? session) || HasEnded(session) || !session.CanReplay(sequence))
                Invalidate(connection, canResume: false);
            else if (sequence > session.Sequence)
                connection.Close(GatewayCloseCode.InvalidSequence, "Invalid seq.");
            else
                Continue(connection, session, sequence);
        }
    }

    internal void Command(GatewayConnection connection, int op, JsonElement data)
    {
        const int PresenceUpdate = 3;
        bool isAuthenticated;
        lock (_lock)
            isAuthenticated = connection.Session is not null;
        if (!isAuthenticated)
            connection.Close(GatewayCloseCode.NotAuthenticated, "Not authenticated.");
        else if (op == PresenceUpdate)
            ShowPresence(data);
    }

    private void Open(GatewayConnection connection, IdentifyForm form, JsonObject guild)
    {
        Identifies++;
        var session = new GatewaySession(RandomNumberGenerator.GetHexString(32, lowercase: true), form.Intents) { Connection = connection };
        connection.Session = session;
        _sessions[session.Id] = session;
        session.Dispatch(new GatewayEvent("READY", ReadyPayload.Of(_world, session.Id, ResumeAddress)));
        if ((form.Intents & GatewayEvent.Guilds) != 0)
            session.Dispatch(new GatewayEvent("GUILD_CREATE", guild));
        _ready.TrySetResult();
    }

    private void Continue(GatewayConnection connection, GatewaySession session, long sequence)
    {
        Resumes++;
        session.Connection?.Close(GatewayCloseCode.UnknownError, "The session was resumed elsewhere.");
        session.Replay(sequence, connection.Writer);
        session.Connection = connection;
        connection.Session = session;
        session.Dispatch(new GatewayEvent("RESUMED", new JsonObject { ["_trace"] = new JsonArray() }));
        _ready.TrySetResult();
        _world.Show(_lastPresence);
    }

    private void Dispatch(GatewayEvent happened)
    {
        lock (_lock)
        {
            int times = Faults.TakeDuplicate() ? 2 : 1;
            foreach (GatewaySession session in _sessions.Values.Where(session => session.Wants(happened) && !HasEnded(session)))
            {
                for (int time = 0; time < times; time++)
                    session.Dispatch(happened);
            }
        }
    }

    private bool IsToken(string token) => !Faults.TokenIsRevoked && token == _options.Token;

    private bool HasEnded(GatewaySession session) => session.Connection is null && Clock.GetUtcNow() - session.DisconnectedAt > GatewaySession.Lifetime;

    private bool MayIdentify()
    {
        DateTimeOffset now = Forget();
        if (_identifies.Count >= _options.RateLimits.IdentifiesPerDay)
        {
            // Discord resets the token of a bot that goes on identifying.
            Faults.TokenIsRevoked = true;
            return false;
        }
        bool may = _identifies.Count == 0 || now - _identifies.Last() >= _options.RateLimits.IdentifySpacing;
        if (may)
            _identifies.Enqueue(now);
        return may;
    }

    private DateTimeOffset Forget()
    {
        DateTimeOffset now = Clock.GetUtcNow();
        while (_identifies.TryPeek(out DateTimeOffset first) && now - first > TimeSpan.FromDays(1))
            _identifies.Dequeue();
        return now;
    }
}
