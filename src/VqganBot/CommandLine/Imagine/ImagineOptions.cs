using VqganBot.CommandLine.Imagine.Look;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

/// <summary>What the person asked of <c>imagine</c>; null where they left the choice to the model or the preset.</summary>
internal sealed record ImagineOptions
{
    public string? Prompt { get; init; }

    public string? Out { get; init; }

    public PictureSize? Size { get; init; }

    public int? Steps { get; init; }

    public ulong? Seed { get; init; }

    public string? Preset { get; init; }

    public string? Model { get; init; }

    public string? Init { get; init; }

    public double? InitWeight { get; init; }

    /// <summary>Files, each with its weight and stop.</summary>
    public IReadOnlyList<TextPrompt> ImagePrompts { get; init; } = [];

    public int? Cutouts { get; init; }

    public double? LearningRate { get; init; }

    public int? StoryBlend { get; init; }

    public InitialLatentKind? Start { get; init; }

    public int? Drafts { get; init; }

    public double? Guidance { get; init; }

    public int? BestOf { get; init; }

    public double? LowResolution { get; init; }

    public PrecisionChoice? Precision { get; init; }

    public LookOptions Look { get; init; } = LookOptions.None;

    public int? SaveEvery { get; init; }

    public string? Frames { get; init; }

    public string? Timelapse { get; init; }

    public int Count { get; init; } = 1;

    public string? Resume { get; init; }

    public string? SaveState { get; init; }

    public string? FromPng { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }
}
