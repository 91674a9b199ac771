namespace VqganBot.Discord.Wire;

/// <summary>Groups of events that are asked for. Interactions come without any.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1,
}
