using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Gateway;
using VqganBot.Discord.Interactions;
using VqganBot.Discord.Wire;
using VqganBot.Limits;

namespace VqganBot.Bot.Http;

/// <summary>
/// Where interactions wait for their handlers, be they from the gateway or from HTTP. When it is full the oldest goes: it is the one
/// whose 3 s to be answered are over first, and neither the gateway nor Discord's request may wait.
/// </summary>
internal sealed partial class IncomingInteractions
{
    private const int Capacity = 1000;

    private readonly Channel<IncomingInteraction> _channel;
    private readonly Lock _lock = new();
    private readonly RecentInteractions _known = new();
    private readonly TimeProvider _clock;
    private readonly ILogger<IncomingInteractions> _logger;

    public IncomingInteractions(TimeProvider clock, ILogger<IncomingInteractions> logger)
    {
        _clock = clock;
        _logger = logger;
        var options = new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest };
        _channel = System.Threading.Channels.Channel.CreateBounded<IncomingInteraction>(options, dropped =>
            Log.Dropped(logger, dropped.Interaction.Id, clock.GetElapsedTime(dropped.ReceivedAt), Capacity));
    }

    public ChannelReader<IncomingInteraction> Reader => _channel.Reader;

    /// <summary>False when the interaction is already known: Discord may send one twice.</summary>
    public bool TryAdd(Interaction interaction, long receivedAt)
    {
        lock (_lock)
        {
            if (!_known.TryAdd(interaction.Id)) return false;
        }

        _channel.Writer.TryWrite(new IncomingInteraction(interaction, receivedAt));
        return true;
    }

    /// <summary>Takes the interactions out of what the gateway sends, until it sends no more, and the names of roles. Nothing else of it is needed.</summary>
    public async Task PumpAsync(ChannelReader<GatewayDispatch> dispatches, RoleNames roles, CancellationToken cancellation)
    {
        await foreach (var dispatch in dispatches.ReadAllAsync(cancellation))
        {
            try
            {
                roles.Learn(dispatch.EventName, dispatch.Data);
                if (dispatch.EventName == "INTERACTION_CREATE" && dispatch.Data.Deserialize(DiscordJson.Default.Interaction) is { } interaction)
                    TryAdd(interaction, dispatch.ReceivedAt);
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                Log.Unreadable(_logger, exception);
            }
        }
    }

    /// <summary>The same for one that came just now.</summary>
    public bool TryAdd(Interaction interaction) => TryAdd(interaction, _clock.GetTimestamp());

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Interaction {Interaction} was dropped unhandled after {Age}: {Capacity} were waiting, and the oldest makes room.")]
        public static partial void Dropped(ILogger logger, Snowflake interaction, TimeSpan age, int capacity);

        [LoggerMessage(2, LogLevel.Warning, "An event from the gateway could not be read and was dropped.")]
        public static partial void Unreadable(ILogger logger, Exception exception);
    }
}
