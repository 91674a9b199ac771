namespace VqganBot.Discord.Wire;

/// <summary>Where a command is found.</summary>
public enum ApplicationCommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
