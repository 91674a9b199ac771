namespace VqganBot.CommandLine.Bench;

/// <summary>The one line of <c>bench load --json</c>; seconds, each the median of the runs.</summary>
internal sealed record LoadSummary
{
    public required string Model { get; init; }

    public required int Threads { get; init; }

    public required int Runs { get; init; }

    /// <summary>From the start of a process that does nothing to its line.</summary>
    public required double FirstLine { get; init; }

    /// <summary>From the start of a process that paints to each of what it reaches, in order: the program, libtorch, the model, the first preview, the first step.</summary>
    public required IReadOnlyDictionary<string, double> Reached { get; init; }

    /// <summary>Bytes.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>Each file of the model, loaded by itself after the other.</summary>
    public required IReadOnlyList<LoadedPart> Parts { get; init; }
}
