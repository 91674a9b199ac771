using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

internal sealed record PaintOptions
{
    public required IReadOnlyList<string> Prompts { get; init; }

    public required string Model { get; init; }

    /// <summary>A CLIP that judges in the place of the model's own.</summary>
    public string? Judge { get; init; }

    public required ulong Seed { get; init; }

    public PictureSize? Size { get; init; }

    /// <summary>Of our painting; null is the model's default.</summary>
    public string? Preset { get; init; }

    public int? Steps { get; init; }

    public int? Cutouts { get; init; }

    public double? LearningRate { get; init; }

    public int? Drafts { get; init; }

    public required int ReferenceSteps { get; init; }

    /// <summary>Null is what the preset nerdyrodent has.</summary>
    public CutoutMethod? ReferenceCuts { get; init; }

    public required int Threads { get; init; }

    public string? Device { get; init; }

    public PrecisionChoice? Precision { get; init; }

    public bool Json { get; init; }
}
