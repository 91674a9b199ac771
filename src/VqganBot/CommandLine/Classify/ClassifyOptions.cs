namespace VqganBot.CommandLine.Classify;

/// <summary>What the person asked of <c>classify</c>.</summary>
internal sealed record ClassifyOptions
{
    public required IReadOnlyList<string> Images { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Empty: those of the model.</summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    public int? Top { get; init; }

    public required string Model { get; init; }

    public bool Json { get; init; }
}
