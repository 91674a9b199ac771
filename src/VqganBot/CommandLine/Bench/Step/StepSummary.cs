namespace VqganBot.CommandLine.Bench;

/// <summary>The one line of <c>bench step --json</c>; seconds per step are medians.</summary>
internal sealed record StepSummary
{
    public required string Shapes { get; init; }

    public required string Preset { get; init; }

    public required string Size { get; init; }

    public required int Cutouts { get; init; }

    public required int Threads { get; init; }

    public required string Device { get; init; }

    public required string Precision { get; init; }

    public required int Steps { get; init; }

    /// <summary>Seconds of one step of this program.</summary>
    public required double Ours { get; init; }

    public required double StepsPerSecond { get; init; }

    public required IReadOnlyDictionary<string, double> Parts { get; init; }

    /// <summary>Bytes.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>Floating-point operations of one step, counted from the shapes.</summary>
    public required double Flops { get; init; }

    /// <summary>Those that the machine does in a second in a large matrix product, with these threads, in the number format of our step.</summary>
    public required double MatrixPeak { get; init; }

    public required double ShareOfPeak { get; init; }

    /// <summary>Seconds of the same step in Python's PyTorch.</summary>
    public double? Peer { get; init; }

    public double? PeerStepsPerSecond { get; init; }

    public IReadOnlyDictionary<string, double>? PeerParts { get; init; }

    public long? PeerPeakMemory { get; init; }

    public double? PeerShareOfPeak { get; init; }

    /// <summary>Ours divided by the peer's: below 1, ours is faster.</summary>
    public double? Ratio { get; init; }

    /// <summary>The same of the processor time, which tells more where other work runs beside.</summary>
    public double? ProcessorRatio { get; init; }

    public string? Engine { get; init; }

    public string? PeerEngine { get; init; }
}
