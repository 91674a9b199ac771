using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;

namespace VqganBot.CommandLine.Film;

/// <summary>What the person asked of <c>film</c>; null where they left the choice to the model or to <see cref="FilmDefaults"/>.</summary>
internal sealed record FilmOptions
{
    public required FilmKind Kind { get; init; }

    /// <summary>What a picture by itself would be asked for; its learning rate is that of the first picture only.</summary>
    public required ImagineOptions Picture { get; init; }

    /// <summary>A folder of pictures or a video, for <see cref="FilmKind.Style"/>.</summary>
    public string? Source { get; init; }

    public string? Out { get; init; }

    /// <summary>Of the whole film; in a story those of each phrase.</summary>
    public int? Frames { get; init; }

    public int? StepsPerFrame { get; init; }

    public double? FramesPerSecond { get; init; }

    public double? Zoom { get; init; }

    public double? Rotate { get; init; }

    public PixelShift? Shift { get; init; }

    public int? Blend { get; init; }

    public double? LearningRate { get; init; }

    public double? Strength { get; init; }

    public double? Calm { get; init; }

    public bool Keep { get; init; }

    public FilmOutput Output { get; init; } = new(false, false);
}
