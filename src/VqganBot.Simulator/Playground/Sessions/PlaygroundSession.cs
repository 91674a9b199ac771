using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Playground.Protocol;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Events;

namespace VqganBot.Simulator.Playground.Sessions;

/// <summary>One open page: who sits in front of it, what it is told, what it asks for.</summary>
internal sealed partial class PlaygroundSession(
    WebSocket socket, SimulatedWorld world, SimulatedClock clock, UploadStore uploads, DeveloperActions developer, ILogger<PlaygroundSession> log) : IAsyncDisposable
{
    private const int LongestMessage = 256 * 1024;

    // Unbounded: what a slow page misses it could not ask for again, and nothing here runs for days.
    private readonly Channel<PageNews> _outbox = Channel.CreateUnbounded<PageNews>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _ending = new();
    private readonly PersonActions _actions = new(world, uploads);
    private readonly List<Task> _running = [];
    private volatile SimulatedUser _person = world.Ada;
    private volatile SimulatedChannel _here = world.Paintings;

    public async Task RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenRegistration ending = cancellation.Register(_ending.Cancel);
        Task told = TellEventsAsync();
        Task sent = SendAllAsync();
        try
        {
            await ReceiveAllAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The page was closed, or the simulator ends: either way nobody listens any more.
        }
        catch (JsonException exception)
        {
            Log.NotUnderstood(log, exception.Message);
        }
        await _ending.CancelAsync();
        await Task.WhenAll([told, sent, .. _running]);
    }

    public ValueTask DisposeAsync()
    {
        _ending.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReceiveAllAsync()
    {
        byte[] buffer = new byte[LongestMessage];
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(length), _ending.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            length += part.Count;
            if (length == buffer.Length)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, "A message may have 256 KiB.", _ending.Token);
                return;
            }
            if (!part.EndOfMessage)
                continue;
            Receive(JsonSerializer.Deserialize(buffer.AsSpan(0, length), PageJson.Default.PageMessage)!);
            length = 0;
        }
    }

    private void Receive(PageMessage message)
    {
        switch (message.Op)
        {
            case "be":
                Be(message);
                break;
            case "open":
                Open(message);
                Tell(WorldSnapshot.Commands(world, Person(), _here));
                break;
            case "clock":
                Tell(new PageNews.ClockMoved(developer.Advance(message.Seconds)));
                Tell(new PageResult { Id = message.Id, Done = "The clock was moved." });
                break;
            case "fault":
                string? done = developer.Fault(message.Kind);
                Tell(new PageResult { Id = message.Id, Done = done, Error = done is null ? $"There is no fault '{message.Kind}'." : null });
                break;
            case "traffic":
                Tell(developer.Traffic(message.Since) with { Id = message.Id });
                break;
            default:
                // An action waits for the bot, up to three seconds; the socket is read on meanwhile.
                _running.RemoveAll(task => task.IsCompleted);
                _running.Add(ActAsync(message, Person()));
                break;
        }
    }

    private async Task ActAsync(PageMessage message, SimulatedUser person)
    {
        try
        {
            PageResult result = await _actions.RunAsync(message, person, _ending.Token);
            Tell(result with { Id = message.Id });
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Nobody waits for the result any more.
        }
        catch (Exception exception)
        {
            Log.ActionFailed(log, exception, message.Op);
            Tell(new PageResult { Id = message.Id, Error = $"The simulator failed: {exception.Message}" });
        }
    }

    private void Be(PageMessage message)
    {
        if (message.User is { } id && world.FindUser(id) is { IsBot: false } user)
            _person = user;
        _person = _person with { Locale = message.Locale ?? _person.Locale };
        Open(message);
        Tell(WorldSnapshot.Of(world, Person(), _here, clock.GetUtcNow()));
    }

    private void Open(PageMessage message)
    {
        SimulatedChannel wanted = (message.Channel is { } id ? world.FindChannel(id) : null) ?? _here;
        _here = WorldSnapshot.CanSee(world, _person, wanted) ? wanted : world.Paintings;
    }

    /// <summary>The person with the roles of now and the language of the page.</summary>
    private SimulatedUser Person() => (world.FindUser(_person.Id) ?? _person) with { Locale = _person.Locale };

    private void Tell(PageNews news) => _outbox.Writer.TryWrite(news);

    private async Task TellEventsAsync()
    {
        await foreach (WorldEvent happened in world.Subscribe(_ending.Token).ReadAllAsync(CancellationToken.None))
        {
            if (NewsOf(happened) is { } news)
                Tell(news);
        }
    }

    private PageNews? NewsOf(WorldEvent happened) => happened switch
    {
        WorldEvent.MessageCreated { Message: var message } when Sees(message) => new PageNews.MessagePut(message.Json),
        WorldEvent.MessageUpdated { Message: var message } when Sees(message) => new PageNews.MessagePut(message.Json),
        WorldEvent.MessageDeleted gone => new PageNews.MessageGone(gone.Channel, gone.Message),
        WorldEvent.PresenceChanged { Presence: var presence } => new PageNews.BotShown(WorldSnapshot.Bot(world, presence)),
        WorldEvent.CommandsChanged => WorldSnapshot.Commands(world, Person(), _here),
        _ => null,
    };

    private bool Sees(MessageView message) =>
        (message.VisibleTo is null || message.VisibleTo == _person.Id) && WorldSnapshot.CanSee(world, _person, message.Channel);

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (PageNews news in _outbox.Reader.ReadAllAsync(_ending.Token))
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(news, PageJson.Default.PageNews), WebSocketMessageType.Text, endOfMessage: true, _ending.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            await _ending.CancelAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The page asked for {Op}, and the simulator failed.")]
        public static partial void ActionFailed(ILogger logger, Exception exception, string op);

        [LoggerMessage(2, LogLevel.Warning, "A page sent what is not of its protocol and was disconnected: {Reason}")]
        public static partial void NotUnderstood(ILogger logger, string reason);
    }
}
