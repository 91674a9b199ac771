namespace VqganBot.CommandLine.Bench;

/// <summary>The one line of <c>bench batch --json</c>.</summary>
internal sealed record BatchSummary
{
    public required string Model { get; init; }

    public required string Size { get; init; }

    public required int Cutouts { get; init; }

    public required int PictureSteps { get; init; }

    public required int Threads { get; init; }

    public required string Device { get; init; }

    public required string Precision { get; init; }

    public required IReadOnlyList<BatchRow> Rows { get; init; }

    /// <summary>Why larger batches are missing; null when none are.</summary>
    public string? Stopped { get; init; }
}
