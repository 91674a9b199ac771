namespace VqganBot.Generation.Synthesis;

/// <summary>How a film stands when its painter lays down the brush.</summary>
/// <param name="Frames">Frames finished.</param>
/// <param name="Finished">False when it was stopped before its end.</param>
public readonly record struct FilmOutcome(int Frames, bool Finished);
