namespace VqganBot.CommandLine.Bench;

/// <summary>The judged moments of one painting, from what it began with to its end.</summary>
internal sealed record PaintTrail(IReadOnlyList<PaintMoment> Moments)
{
    public PaintMoment First => Moments[0];

    public PaintMoment Last => Moments[^1];

    /// <summary>The first moment at which it was so near; null when it never was.</summary>
    public PaintMoment? Reaches(double similarity) => Moments.FirstOrDefault(moment => moment.Similarity >= similarity);
}
