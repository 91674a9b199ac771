namespace VqganBot.Bot.Admin;

/// <summary>Something an admin did.</summary>
internal sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }

    /// <value>As the admin was called then.</value>
    public required string ActorName { get; init; }

    /// <value>The command: <c>limits set</c>.</value>
    public required string Action { get; init; }

    /// <value>What it was done to, as Discord shows it.</value>
    public required string Target { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}
