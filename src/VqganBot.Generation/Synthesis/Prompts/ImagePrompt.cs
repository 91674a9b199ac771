using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>A picture to paint towards (or, with a negative weight, away from).</summary>
/// <param name="Stop">Below this distance the prompt pulls no more.</param>
public sealed record ImagePrompt(Rgb24Image Image, double Weight = 1, double Stop = double.NegativeInfinity);
