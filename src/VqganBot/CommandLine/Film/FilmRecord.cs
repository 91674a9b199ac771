using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Film;

/// <summary>A film that is being painted, as the file film.json in its folder tells it.</summary>
internal sealed record FilmRecord
{
    public required string Program { get; init; }

    public required FilmKind Kind { get; init; }

    public required FilmPlan Plan { get; init; }

    public required double FramesPerSecond { get; init; }

    /// <summary>The name of the film, which goes beside the folder.</summary>
    public required string Out { get; init; }

    /// <summary>The whole path of what is painted over.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the frames stay when the film is done.</summary>
    public bool Keep { get; init; }

    public required string ModelSha256 { get; init; }
}
