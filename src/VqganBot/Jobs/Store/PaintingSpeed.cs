namespace VqganBot.Jobs;

/// <summary>How fast a model was seen to paint, the last minutes counting most.</summary>
/// <param name="PixelStepsPerSecond">Width times height times steps: what carries over to other sizes.</param>
internal sealed record PaintingSpeed(string Model, double StepsPerSecond, double PixelStepsPerSecond);
