using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Gateway;

internal static class Presences
{
    public static PresenceUpdate Of(string text) =>
        new() { Status = "online", Activities = [new Activity { Name = "custom", Type = 4, State = text }] };
}
