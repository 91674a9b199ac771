namespace VqganBot.CommandLine.Bench;

internal static class BenchStatistics
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(values));
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static IReadOnlyDictionary<string, double> MedianParts(IReadOnlyList<StepTimes> steps) =>
        StepTimes.Parts.ToDictionary(part => part.Name, part => Median(steps.Select(part.Get)));

    /// <summary>
    /// Each of our steps is divided by the peer's step that ran next to it, and the median taken:
    /// a load that comes and goes on the machine then weighs on both sides alike.
    /// </summary>
    public static double PairedRatio(IReadOnlyList<StepTimes> ours, IReadOnlyList<StepTimes> peer, Func<StepTimes, double> part) =>
        Median(ours.Zip(peer, (mine, theirs) => part(mine) / part(theirs)));
}
