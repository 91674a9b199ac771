using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

internal sealed record LoadOptions
{
    /// <summary>A name, or the folder of a pack.</summary>
    public required string Model { get; init; }

    /// <summary>Written with random weights in place of the model; null measures the model.</summary>
    public BenchShapes? Shapes { get; init; }

    public PictureSize? Size { get; init; }

    public required int Runs { get; init; }

    public required int Threads { get; init; }

    public string? Device { get; init; }

    public PrecisionChoice? Precision { get; init; }

    public bool Json { get; init; }
}
