using System.Text.Json;

namespace VqganBot.Simulator.Gateway;

/// <summary>What a client says of itself in op 2, checked: https://docs.discord.com/developers/events/gateway-events#identify</summary>
internal sealed record IdentifyForm(string Token, int Intents, JsonElement? Presence)
{
    // Members, presences and message content want an approval, which this application has not.
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);
    private const int Known = 0x01FF_FFFF | (1 << 25);

    /// <returns>What was said, or the code to close with.</returns>
    public static (IdentifyForm? Form, GatewayCloseCode? Refusal) Read(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("token", out JsonElement token) || token.ValueKind != JsonValueKind.String
            || !data.TryGetProperty("properties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
            return (null, GatewayCloseCode.DecodeError);
        if (!data.TryGetProperty("intents", out JsonElement intents) || intents.ValueKind != JsonValueKind.Number || !intents.TryGetInt32(out int bits) || (bits & ~Known) != 0)
            return (null, GatewayCloseCode.InvalidIntents);
        if ((bits & Privileged) != 0)
            return (null, GatewayCloseCode.DisallowedIntents);
        if (data.TryGetProperty("shard", out JsonElement shard) && shard.ValueKind != JsonValueKind.Null && !IsShard(shard))
            return (null, GatewayCloseCode.InvalidShard);
        JsonElement? presence = data.TryGetProperty("presence", out JsonElement given) && given.ValueKind == JsonValueKind.Object ? given : null;
        return (new IdentifyForm(token.GetString()!, bits, presence), null);
    }

    private static bool IsShard(JsonElement shard) =>
        shard.ValueKind == JsonValueKind.Array && shard.GetArrayLength() == 2
        && shard[0].ValueKind == JsonValueKind.Number && shard[1].ValueKind == JsonValueKind.Number
        && shard[0].TryGetInt32(out int index) && shard[1].TryGetInt32(out int count) && index >= 0 && index < count;
}
