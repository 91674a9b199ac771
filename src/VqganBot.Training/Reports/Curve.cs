namespace VqganBot.Training.Reports;

/// <summary>A figure over the steps of a training.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(long Step, double Value)> Points)
{
    /// <summary>At most so many points, each the average of its stretch of the curve.</summary>
    public IReadOnlyList<(double Step, double Value)> Thinned(int most)
    {
        var finite = Points.Where(point => double.IsFinite(point.Value)).ToArray();
        var stretch = Math.Max(1, (finite.Length + most - 1) / most);
        return [.. finite.Chunk(stretch).Select(part => (part.Average(point => (double)point.Step), part.Average(point => point.Value)))];
    }
}
