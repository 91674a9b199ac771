namespace VqganBot.Bot.Settings;

/// <summary>What a person wants where a command does not say otherwise; null where the bot's own defaults will do.</summary>
internal sealed record UserSettings
{
    public static UserSettings None { get; } = new();

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Preset { get; init; }

    /// <value>Put behind every prompt.</value>
    public string? StyleSuffix { get; init; }

    public bool? IsPrivate { get; init; }
}
