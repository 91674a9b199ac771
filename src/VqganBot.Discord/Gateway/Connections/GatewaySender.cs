using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Gateway;

/// <summary>Sends on one connection, within what the gateway accepts: 4,096 bytes a payload, 120 payloads a minute.</summary>
internal sealed class GatewaySender(GatewaySocket socket, TimeProvider clock) : IDisposable
{
    public const int MaxPayloadBytes = 4096;
    public const int MostPerWindow = 120;

    /// <summary>Kept back for heartbeats, without which the connection dies.</summary>
    public const int HeartbeatReserve = 3;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>JSON's null as a value: a heartbeat before the first event carries it.</summary>
    public static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    private readonly SlidingLimit _limit = new(MostPerWindow, Window, clock);
    private readonly SemaphoreSlim _writing = new(1);

    /// <exception cref="ArgumentException">It is larger than the gateway accepts.</exception>
    public static byte[] Encode<T>(GatewayOpcode op, T data, JsonTypeInfo<T> type)
    {
        byte[] bytes = Encode(op, JsonSerializer.SerializeToElement(data, type));
        return bytes.Length <= MaxPayloadBytes ? bytes : throw new ArgumentException(
            $"The {op} payload takes {bytes.Length} bytes; the gateway accepts {MaxPayloadBytes} and closes the connection over more.", nameof(data));
    }

    /// <summary>Waits for a place within the limit, and sends.</summary>
    public async Task SendAsync(byte[] payload, CancellationToken cancellation)
    {
        await _limit.TakeAsync(HeartbeatReserve, cancellation).ConfigureAwait(false);
        await WriteAsync(payload, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends a heartbeat, unless even the places kept for heartbeats were used up in the last minute.</summary>
    public async Task<bool> TrySendHeartbeatAsync(long? sequence, CancellationToken cancellation)
    {
        if (_limit.TryTake() > TimeSpan.Zero) return false;
        JsonElement data = sequence is { } number ? JsonSerializer.SerializeToElement(number, DiscordJson.Default.Int64) : Null;
        await WriteAsync(Encode(GatewayOpcode.Heartbeat, data), cancellation).ConfigureAwait(false);
        return true;
    }

    public void Dispose() => _writing.Dispose();

    private static byte[] Encode(GatewayOpcode op, JsonElement data) =>
        JsonSerializer.SerializeToUtf8Bytes(new GatewayPayload { Op = op, Data = data }, DiscordJson.Default.GatewayPayload);

    private async Task WriteAsync(byte[] payload, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(payload).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }
}
