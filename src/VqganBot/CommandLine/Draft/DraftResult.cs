namespace VqganBot.CommandLine.Draft;

/// <summary>One run of <c>draft</c>, as <c>--json</c> prints it.</summary>
internal sealed record DraftResult
{
    public required string Prompt { get; init; }

    public required ulong Seed { get; init; }

    public required int Candidates { get; init; }

    public required double Guidance { get; init; }

    public required double Temperature { get; init; }

    /// <summary>The best first. Without <c>--grid</c> each has a file.</summary>
    public required IReadOnlyList<DraftTile> Drafts { get; init; }

    /// <summary>The picture of the best, or the sheet of all.</summary>
    public required string File { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>From the loaded model to the ranked drafts.</summary>
    public required double Seconds { get; init; }

    public required string Model { get; init; }
}
