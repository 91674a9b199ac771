using System.Globalization;

namespace VqganBot.Training.Metrics;

/// <summary>How many of how many; of none it is unknown.</summary>
internal readonly record struct Share(int Right, int Asked)
{
    public double Value => Asked == 0 ? double.NaN : Right / (double)Asked;

    /// <summary>sqrt(p (1 − p) / n) with one more trial of either outcome, lest all of a few look like certainty (Agresti and Coull 1998).</summary>
    public double StandardError
    {
        get
        {
            var (p, n) = ((Right + 1.0) / (Asked + 2), Asked + 2);
            return Asked == 0 ? double.NaN : Math.Sqrt(p * (1 - p) / n);
        }
    }

    public static Share Of(IEnumerable<bool> answers)
    {
        var (right, asked) = (0, 0);
        foreach (var answer in answers)
        {
            right += answer ? 1 : 0;
            asked++;
        }

        return new Share(right, asked);
    }

    public override string ToString() => Asked == 0
        ? "not asked"
        : string.Create(CultureInfo.InvariantCulture, $"{Value:0.000} ±{StandardError:0.000}");
}
