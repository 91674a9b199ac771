using System.Text.Json;

namespace VqganBot.Discord.Gateway;

/// <summary>An event, as it came.</summary>
/// <param name="ReceivedAt">A <see cref="TimeProvider"/> timestamp of its arrival.</param>
public readonly record struct GatewayDispatch(string EventName, JsonElement Data, long ReceivedAt);
