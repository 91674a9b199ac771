using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Interactions;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>
/// Events on their way from the socket to whoever handles them. When it is full the oldest goes: the reader of the socket must not
/// wait (it sees the acknowledgements of heartbeats), and an interaction that has waited longest is the one whose 3 s are over.
/// </summary>
internal sealed partial class DispatchQueue
{
    private const string InteractionCreate = "INTERACTION_CREATE";

    private readonly Channel<GatewayDispatch> _channel;
    private readonly RecentInteractions _interactions = new();
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    public DispatchQueue(int capacity, TimeProvider clock, ILogger<DispatchQueue> logger)
    {
        _clock = clock;
        _logger = logger;
        BoundedChannelOptions options = new(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true };
        _channel = System.Threading.Channels.Channel.CreateBounded<GatewayDispatch>(options, dropped =>
            Log.Dropped(_logger, dropped.EventName, capacity, clock.GetElapsedTime(dropped.ReceivedAt)));
    }

    public ChannelReader<GatewayDispatch> Reader => _channel.Reader;

    public void Add(string eventName, JsonElement data)
    {
        if (eventName == InteractionCreate && IsDuplicate(data)) return;
        _channel.Writer.TryWrite(new GatewayDispatch(eventName, data, _clock.GetTimestamp()));
    }

    public void Complete() => _channel.Writer.TryComplete();

    /// <summary>Discord delivers an event 0, 1 or several times.</summary>
    private bool IsDuplicate(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("id", out JsonElement id)
            || !Snowflake.TryParse(id.ToString(), out Snowflake interaction) || _interactions.TryAdd(interaction))
            return false;
        Log.Duplicate(_logger, interaction);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Event {EventName} was dropped unhandled after {Age}: {Capacity} events were waiting, and the oldest makes room.")]
        public static partial void Dropped(ILogger logger, string eventName, int capacity, TimeSpan age);

        [LoggerMessage(2, LogLevel.Debug, "Interaction {Interaction} came again and was dropped.")]
        public static partial void Duplicate(ILogger logger, Snowflake interaction);
    }
}
