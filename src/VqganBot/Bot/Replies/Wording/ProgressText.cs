using System.Globalization;
using VqganBot.CommandLine.Progress;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Wording;

/// <summary>How far a painting is, drawn with letters.</summary>
internal static class ProgressText
{
    private const int BarLength = 16;
    private const int MostColumns = 16;
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>▰▰▰▱▱▱; full only at the end.</summary>
    public static string Bar(double fraction)
    {
        var filled = (int)(Math.Clamp(fraction, 0, 1) * BarLength);
        return new string('▰', filled) + new string('▱', BarLength - filled);
    }

    /// <summary>▇▅▃▂▁: the values between their own lowest and highest. Empty when there are too few to see a trend.</summary>
    public static string Sparkline(IReadOnlyList<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length < 2) return "";
        var columns = Math.Min(MostColumns, finite.Length);
        double[] means = [.. Enumerable.Range(0, columns).Select(column =>
            finite[(column * finite.Length / columns)..((column + 1) * finite.Length / columns)].Average())];
        var (lowest, highest) = (means.Min(), means.Max());
        var range = highest - lowest;
        return string.Concat(means.Select(mean => range > 0 ? Levels[(int)Math.Round((mean - lowest) / range * (Levels.Length - 1))] : Levels[0]));
    }

    /// <summary>Over all pictures of the job.</summary>
    public static double Fraction(JobProgress progress) =>
        progress.Steps > 0 && progress.Count > 0 ? Math.Min(1, progress.StepsDone / ((double)progress.Steps * progress.Count)) : 0;

    /// <summary>"picture 2 of 4", "all 4 pictures at once"; empty where there is only one.</summary>
    public static string Which(JobProgress progress) => (progress.Count, progress.Tiles) switch
    {
        (1, _) => "",
        var (count, tiles) when tiles == count => FormattableString.Invariant($"all {count} pictures at once"),
        (_, 1) => FormattableString.Invariant($"picture {progress.Tile} of {progress.Count}"),
        var (count, tiles) => FormattableString.Invariant($"{tiles} of {count} pictures at once"),
    };

    /// <summary>"loss ▇▅▃▂▁ 0.812 · 3.1 steps/s · 48 s left", as far as it is known.</summary>
    public static string Trend(JobProgress progress) => string.Join(" · ", Parts(progress));

    private static IEnumerable<string> Parts(JobProgress progress)
    {
        if (progress.Losses.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"loss {Sparkline(progress.Losses)} {progress.Losses[^1]:0.000}").Replace("  ", " ", StringComparison.Ordinal);
        if (progress.StepsPerSecond > 0)
            yield return StepText.Speed(progress.StepsPerSecond);
        if (progress.Remaining is { } remaining)
            yield return $"{StepText.Duration(remaining)} left";
    }
}
