namespace VqganBot.Generation.Synthesis;

/// <summary>What one step of a film came to.</summary>
/// <param name="Step">Steps done of the whole film.</param>
/// <param name="Frames">Frames finished.</param>
/// <param name="Loss">All losses together.</param>
public readonly record struct FilmStep(int Step, int Frames, double Loss);
