using System.Globalization;
using VqganBot.Generation.Classification;

namespace VqganBot.CommandLine.Classify;

/// <summary>Labels with their probabilities, as numbers and as bars.</summary>
internal static class ScoreTable
{
    private const int BarWidth = 30;
    private const int WidestLabel = 40;

    // An eighth of a cell, two eighths …
    private const string Eighths = "▏▎▍▌▋▊▉█";

    public static void Print(IReadOnlyList<LabelScore> scores, TextWriter output)
    {
        var width = Math.Min(WidestLabel, scores.Max(score => score.Label.Length));
        foreach (var score in scores)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {score.Label.PadRight(width)}  {score.Probability * 100,5:0.0} %  {Bar(score.Probability)}").TrimEnd());
    }

    public static string Bar(double share)
    {
        var eighths = (int)Math.Round(share * BarWidth * 8);
        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[eighths % 8 - 1].ToString());
    }
}
