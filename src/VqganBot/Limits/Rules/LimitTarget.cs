using VqganBot.Discord.Wire;

namespace VqganBot.Limits;

/// <summary>Whom a limit is about.</summary>
/// <param name="Id">The role, user or channel; 0 for everyone.</param>
internal readonly record struct LimitTarget(LimitScope Scope, Snowflake Id = default)
{
    public static LimitTarget Everyone { get; }

    /// <summary>As Discord shows it: a name, since no message of the bot mentions anybody.</summary>
    public override string ToString() => Scope switch
    {
        LimitScope.Role => $"<@&{Id}>",
        LimitScope.User => $"<@{Id}>",
        LimitScope.Channel => $"<#{Id}>",
        _ => "everyone",
    };
}
