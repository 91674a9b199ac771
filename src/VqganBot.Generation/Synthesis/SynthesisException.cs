namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A step came to a loss or a gradient that is no finite number. The painting keeps the state from before that step,
/// so that <see cref="Painting.Render"/> and <see cref="Painting.Save"/> still give the last good picture.
/// </summary>
public sealed class SynthesisException(int step, string message) : Exception(message)
{
    /// <value>How many steps were done when it happened.</value>
    public int Step { get; } = step;
}
