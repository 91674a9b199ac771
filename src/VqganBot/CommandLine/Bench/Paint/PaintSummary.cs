namespace VqganBot.CommandLine.Bench;

/// <summary>The one line of <c>bench paint --json</c>.</summary>
internal sealed record PaintSummary
{
    public required string Model { get; init; }

    public required string Size { get; init; }

    public required int Threads { get; init; }

    public required string Device { get; init; }

    public required string Precision { get; init; }

    public required string Preset { get; init; }

    public required int Steps { get; init; }

    public required int Cutouts { get; init; }

    public required int ReferenceSteps { get; init; }

    public required string ReferenceCuts { get; init; }

    /// <summary>Whose views say how near a picture is.</summary>
    public required string Judge { get; init; }

    public required IReadOnlyList<PaintRow> Rows { get; init; }

    /// <summary>Prompts of which ours reached the similarity of the reference.</summary>
    public required int Reached { get; init; }

    /// <summary>Null when most prompts never reached it.</summary>
    public double? MedianRatio { get; init; }

    public required double MedianFirstPreview { get; init; }

    /// <summary>The median of all ratios, where what was never reached took for ever.</summary>
    public static double? RatioOf(IEnumerable<PaintRow> rows)
    {
        var median = BenchStatistics.Median(rows.Select(row => row.Ratio ?? double.PositiveInfinity));
        return double.IsFinite(median) ? median : null;
    }
}
