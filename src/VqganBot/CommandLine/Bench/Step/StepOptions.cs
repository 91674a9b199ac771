using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

internal sealed record StepOptions
{
    public required BenchShapes Shapes { get; init; }

    public required StepPreset Preset { get; init; }

    public required PictureSize Size { get; init; }

    public required int Cutouts { get; init; }

    public required int Threads { get; init; }

    /// <summary>"cpu" or "cuda"; null takes the GPU where there is one.</summary>
    public string? Device { get; init; }

    public PrecisionChoice? Precision { get; init; }

    /// <summary>Steps that are timed; one more before them warms up.</summary>
    public required int Steps { get; init; }

    public bool Json { get; init; }

    /// <summary>The Python to compare with; null without <c>--peer</c>.</summary>
    public string? Peer { get; init; }
}
