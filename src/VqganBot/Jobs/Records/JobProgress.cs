using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>How far a painting is.</summary>
/// <param name="Step">Steps of this picture; of several that are painted side by side, their mean.</param>
/// <param name="Tile">Which picture, from 1; of several that are painted side by side, the first.</param>
/// <param name="Losses">The loss of that picture at up to 32 evenly spaced steps so far, for the trend.</param>
/// <param name="StepsPerSecond">Of all its pictures together.</param>
/// <param name="Remaining">Time left for the whole job, once it can be told.</param>
/// <param name="Frame">The picture so far (a grid of all so far, when there are several); null when none was asked for.</param>
internal sealed record JobProgress(
    long JobId, int Step, int Steps, int Tile, int Count, IReadOnlyList<double> Losses, double StepsPerSecond, TimeSpan? Remaining, Rgb24Image? Frame)
{
    /// <value>How many pictures are painted side by side.</value>
    public int Tiles { get; init; } = 1;

    /// <value>Over all pictures of the job.</value>
    public int StepsDone { get; init; } = ((Tile - 1) * Steps) + Step;
}
