namespace VqganBot.Discord.Wire;

/// <summary>Where an interaction may happen.</summary>
public enum InteractionContextType
{
    Guild = 0,
    BotDm = 1,
    PrivateChannel = 2,
}
