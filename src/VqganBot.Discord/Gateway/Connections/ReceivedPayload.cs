namespace VqganBot.Discord.Gateway;

/// <summary>What came out of a <see cref="GatewaySocket"/>.</summary>
/// <param name="Json">Empty when too large or at the end.</param>
internal readonly record struct ReceivedPayload(ReadOnlyMemory<byte> Json, bool IsTooLarge, bool IsEnd)
{
    public static readonly ReceivedPayload End = new(default, IsTooLarge: false, IsEnd: true);
}
