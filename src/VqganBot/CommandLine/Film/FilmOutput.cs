namespace VqganBot.CommandLine.Film;

/// <summary>How a film is told of.</summary>
internal sealed record FilmOutput(bool Json, bool Quiet);
