namespace VqganBot.CommandLine.Search;

/// <summary>What the person asked of <c>search</c>.</summary>
internal sealed record SearchOptions
{
    public required string Folder { get; init; }

    public string? Text { get; init; }

    /// <summary>A picture to look for others like it.</summary>
    public string? Like { get; init; }

    public required int Top { get; init; }

    /// <summary>Where a contact sheet of the found pictures goes.</summary>
    public string? Out { get; init; }

    public string? Index { get; init; }

    public required string Model { get; init; }

    public bool Json { get; init; }
}
