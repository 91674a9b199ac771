using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

internal sealed record BatchOptions
{
    public required string Model { get; init; }

    /// <summary>Random weights of these sizes in place of the model; null measures the model.</summary>
    public BenchShapes? Shapes { get; init; }

    public PictureSize? Size { get; init; }

    public int? Cutouts { get; init; }

    /// <summary>The largest batch; the smaller ones are its halves.</summary>
    public required int Most { get; init; }

    /// <summary>Steps that are timed of each size, after one that warms up.</summary>
    public required int Steps { get; init; }

    /// <summary>Steps that a picture is taken to have; null is what the model likes.</summary>
    public int? PictureSteps { get; init; }

    public required int Threads { get; init; }

    public string? Device { get; init; }

    public PrecisionChoice? Precision { get; init; }

    public bool Json { get; init; }

    /// <summary>1, 2, 4 ... and the largest itself.</summary>
    public IReadOnlyList<int> Sizes =>
        [.. Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(size => size < Most), Most];
}
