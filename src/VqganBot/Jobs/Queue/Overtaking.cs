namespace VqganBot.Jobs;

/// <summary>A waiting job that could be painted before one that is being painted goes on.</summary>
/// <param name="Takes">How long it would have the GPU.</param>
/// <param name="Before">How long others have it then that overtake too.</param>
/// <param name="Slice">What is painted has the GPU for so long at least.</param>
internal sealed record Overtaking(Job Job, TimeSpan Takes, TimeSpan Before, TimeSpan Slice)
{
    private const int MuchShorter = 3;

    /// <summary>
    /// Whether that is soon done beside what the other still needs, and the other waits no longer than it was painted: of all
    /// its time, overtakers get half at most.
    /// </summary>
    public bool IsWorthIt(RunningJob other, TimeSpan? left) =>
        other.Sitting >= Slice && Before + Takes <= other.Sitting && (Job.Order.Kind == JobKind.Draft ? 1 : MuchShorter) * Takes < left;
}
