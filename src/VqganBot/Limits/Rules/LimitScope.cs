namespace VqganBot.Limits;

/// <summary>Whom a limit that was set by command is about.</summary>
internal enum LimitScope
{
    Everyone,
    Role,
    User,
    Channel,
}
