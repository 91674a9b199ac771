using System.Text.Json;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>One connection, from the open socket to its end: it reads, beats and shows presences at the same time.</summary>
/// <param name="opening"><see cref="GatewayState.Identifying"/> or <see cref="GatewayState.Resuming"/>.</param>
/// <param name="greet">Makes the payload that answers the hello.</param>
internal sealed partial class GatewayConnection(
    GatewaySocket socket,
    GatewayState opening,
    Func<byte[]> greet,
    GatewaySession session,
    GatewayStateMachine machine,
    DispatchQueue dispatches,
    PresencePump presence,
    ReconnectPolicy policy,
    TimeProvider clock,
    ILogger logger) : IDisposable
{
    /// <summary>From the open socket to READY or RESUMED, replayed events included.</summary>
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(60);

    /// <summary>How long the server gets to answer a goodbye.</summary>
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1.5);

    private readonly GatewaySender _sender = new(socket, clock);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<ConnectionEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new();
    private readonly List<Task> _background = [];
    private Heartbeat? _heartbeat;

    /// <value>When the connection became ready, by the clock's timestamps; null if it never did.</value>
    public long? ReadySince { get; private set; }

    /// <summary>Serves the connection until it ends one way or another.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: the session was closed with 1000.</exception>
    public async Task<ConnectionEnd> RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.UnsafeRegister(_ => _end.TrySetCanceled(cancellation), null);
        Start(WatchHandshakeAsync);
        Task reading = ReadAsync();
        int goodbye = CloseCodes.ComingBack;
        try
        {
            return await _end.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            goodbye = CloseCodes.Normal;
            throw;
        }
        finally
        {
            await CloseAsync(goodbye, reading).ConfigureAwait(false);
            await _stopping.CancelAsync().ConfigureAwait(false);
            socket.Abort();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(_background).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _sender.Dispose();
    }

    /// <summary>Reads to the very end, also after the decision to leave: the server's goodbye comes last.</summary>
    private async Task ReadAsync()
    {
        try
        {
            ReceivedPayload received = await socket.ReceiveAsync().ConfigureAwait(false);
            while (!received.IsEnd)
            {
                if (!_end.Task.IsCompleted) await HandleAsync(received).ConfigureAwait(false);
                received = await socket.ReceiveAsync().ConfigureAwait(false);
            }

            int? code = socket.CloseCode;
            End(CloseCodes.NextAfter(code), code is null ? "the line broke" : $"Discord closed it with {code}", code);
        }
        catch (InvalidDataException)
        {
            End(NextStep.Resume, "its compressed stream was broken");
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            _end.TrySetException(exception);
        }
    }

    private async Task HandleAsync(ReceivedPayload received)
    {
        if (received.IsTooLarge)
        {
            Log.TooLarge(logger, GatewaySocket.MaxPayloadBytes);
            return;
        }

        GatewayPayload payload;
        try
        {
            payload = JsonSerializer.Deserialize(received.Json.Span, DiscordJson.Default.GatewayPayload) ?? throw new JsonException("The payload was null.");
        }
        catch (JsonException exception)
        {
            // Dropped alone: to reconnect would only have it replayed.
            Log.Malformed(logger, received.Json.Length, exception);
            return;
        }

        try
        {
            await HandleAsync(payload).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            Log.Malformed(logger, received.Json.Length, exception);
            End(NextStep.Resume, $"opcode {(int)payload.Op} {payload.EventName} could not be read");
        }
    }

    private async Task HandleAsync(GatewayPayload payload)
    {
        if (payload.Sequence is { } sequence) session.Advance(sequence);
        switch (payload.Op)
        {
            case GatewayOpcode.Hello when machine.State == GatewayState.AwaitingHello:
                BeginBeating(payload.Data);
                machine.Move(opening);
                await _sender.SendAsync(greet(), _stopping.Token).ConfigureAwait(false);
                break;
            case GatewayOpcode.Heartbeat when _heartbeat is not null:
                await _heartbeat.BeatAsync(_stopping.Token).ConfigureAwait(false);
                break;
            case GatewayOpcode.HeartbeatAck:
                _heartbeat?.Acknowledge();
                break;
            case GatewayOpcode.Reconnect:
                End(NextStep.Resume, "Discord asked for a new one (opcode 7)");
                break;
            case GatewayOpcode.InvalidSession:
                bool isResumable = payload.Data is { ValueKind: JsonValueKind.True };
                End(isResumable ? NextStep.Resume : NextStep.Identify, $"Discord called the session invalid (opcode 9, resumable: {isResumable})", pause: policy.AfterInvalidSession());
                break;
            case GatewayOpcode.Dispatch when payload.EventName is { } name:
                HandleDispatch(name, payload.Data ?? GatewaySender.Null);
                break;
        }
    }

    private void HandleDispatch(string name, JsonElement data)
    {
        if (name == "READY" && machine.State == GatewayState.Identifying)
        {
            session.Begin(data.Deserialize(DiscordJson.Default.Ready) is { SessionId: not null, ResumeGatewayUrl: not null } ready
                ? ready
                : throw new JsonException("READY names no session, or no address to resume it on."));
            BecomeReady();
        }
        else if (name == "RESUMED" && machine.State == GatewayState.Resuming)
        {
            BecomeReady();
        }

        dispatches.Add(name, data);
    }

    private void BecomeReady()
    {
        machine.Move(GatewayState.Ready);
        ReadySince = clock.GetTimestamp();
        _ready.TrySetResult();
        Start(stopping => presence.RunAsync(_sender, stopping));
    }

    private void BeginBeating(JsonElement? data)
    {
        Hello? hello = data?.Deserialize(DiscordJson.Default.Hello);
        if (hello is not { HeartbeatInterval: > 0 })
            throw new JsonException("The hello names no heartbeat interval above zero.");
        Heartbeat heartbeat = new(_sender, session, clock);
        _heartbeat = heartbeat;
        double jitter = policy.FirstBeat();
        Start(async stopping =>
        {
            await heartbeat.RunAsync(TimeSpan.FromMilliseconds(hello.HeartbeatInterval), jitter, stopping).ConfigureAwait(false);
            End(NextStep.Resume, "a heartbeat was not acknowledged");
        });
    }

    private async Task WatchHandshakeAsync(CancellationToken stopping)
    {
        try
        {
            await _ready.Task.WaitAsync(HandshakeLimit, clock, stopping).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            End(NextStep.Resume, $"it was not ready after {HandshakeLimit}");
        }
    }

    /// <summary>Says goodbye, or answers the server's, and hears it out.</summary>
    private async Task CloseAsync(int code, Task reading)
    {
        using CancellationTokenSource limit = new(CloseLimit, clock);
        await socket.SendCloseAsync(code, limit.Token).ConfigureAwait(false);
        await reading.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void End(NextStep next, string reason, int? code = null, TimeSpan pause = default) =>
        _end.TrySetResult(new ConnectionEnd(next, reason, code, pause));

    private void Start(Func<CancellationToken, Task> work)
    {
        _background.Add(RunAsync());

        async Task RunAsync()
        {
            try
            {
                await work(_stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
            }
            catch (Exception exception)
            {
                _end.TrySetException(exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The gateway sent a payload of more than {Limit} bytes, which was skipped.")]
        public static partial void TooLarge(ILogger logger, int limit);

        [LoggerMessage(2, LogLevel.Warning, "The gateway sent a payload of {Length} bytes that could not be read.")]
        public static partial void Malformed(ILogger logger, int length, Exception exception);
    }
}
