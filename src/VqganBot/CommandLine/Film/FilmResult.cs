namespace VqganBot.CommandLine.Film;

/// <summary>A film, as <c>--json</c> prints it.</summary>
internal sealed record FilmResult
{
    public required FilmKind Kind { get; init; }

    public required string Prompt { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Frames painted altogether; fewer than asked for when it was interrupted.</summary>
    public required int Frames { get; init; }

    public required int StepsPerFrame { get; init; }

    public required double FramesPerSecond { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required double Seconds { get; init; }

    public required double StepsPerSecond { get; init; }

    public required string Model { get; init; }

    /// <summary>The film; none when it was interrupted.</summary>
    public string? File { get; init; }

    public bool? Sound { get; init; }

    /// <summary>The folder of the frames, where it remains.</summary>
    public string? Folder { get; init; }
}
