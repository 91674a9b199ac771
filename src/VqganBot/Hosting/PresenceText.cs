using System.Globalization;
using VqganBot.Discord.Wire;

namespace VqganBot.Hosting;

/// <summary>The line beside the bot's name.</summary>
internal static class PresenceText
{
    private const int CustomStatus = 4;

    public static PresenceUpdate Of(int waiting, bool isPainting)
    {
        var text = (isPainting, waiting) switch
        {
            (false, 0) => "Type /imagine",
            (true, 0) => "Painting · nobody waits",
            (false, _) => string.Create(CultureInfo.InvariantCulture, $"{waiting} in line"),
            _ => string.Create(CultureInfo.InvariantCulture, $"Painting · {waiting} in line"),
        };
        return new PresenceUpdate
        {
            Status = "online",
            Activities = [new Activity { Name = "VqganBot", Type = CustomStatus, State = text }],
        };
    }
}
