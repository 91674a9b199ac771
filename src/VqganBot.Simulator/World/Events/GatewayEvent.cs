using System.Text.Json.Nodes;

namespace VqganBot.Simulator.World.Events;

/// <summary>Something the gateway tells bots.</summary>
/// <param name="Intent">The bit a bot must have asked for; 0 for what everybody gets.</param>
internal sealed record GatewayEvent(string Name, JsonObject Data, int Intent = 0)
{
    public const int Guilds = 1;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;
}
