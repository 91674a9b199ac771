using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Messages;

/// <summary>Whom a message pings.</summary>
internal sealed record Mentions(bool Everyone, IReadOnlyList<Snowflake> Users, IReadOnlyList<Snowflake> Roles)
{
    public static Mentions None { get; } = new(false, [], []);
}
