namespace VqganBot.Discord.Wire;

/// <summary>Looks of a button.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}
