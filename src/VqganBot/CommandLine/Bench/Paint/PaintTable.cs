using Spectre.Console;

namespace VqganBot.CommandLine.Bench;

internal static class PaintTable
{
    private const string Never = "never";

    public static void Print(TextWriter output, PaintSummary summary)
    {
        var table = BenchFormat.Table("prompt", "reference", "s", "there first, s", "ours as near, s", "step", "at its end", "s", "ratio");
        foreach (var row in summary.Rows)
        {
            table.AddRow(
                Markup.Escape(row.Prompt), Similarity(row.ReferenceSimilarity), BenchFormat.Seconds(row.ReferenceSeconds), BenchFormat.Seconds(row.ReferenceFirstSeconds),
                row.Seconds is { } seconds ? BenchFormat.Seconds(seconds) : Never, row.Step is { } step ? BenchFormat.Number(step, "0") : "-",
                Similarity(row.Similarity), BenchFormat.Seconds(row.WholeSeconds), BenchFormat.Ratio(row.Ratio));
        }

        output.WriteLine($"Time to the quality of nerdyrodent's generate.py after {summary.ReferenceSteps} steps, with {summary.Model} at {summary.Size}, threads: {summary.Threads}, {summary.Device}, {summary.Precision}.");
        output.WriteLine($"The reference is this program with the preset nerdyrodent, cutouts '{summary.ReferenceCuts}': its steps stand for those of generate.py, which 'bench step --preset nerdyrodent --peer' compares.");
        output.WriteLine($"Ours: preset {summary.Preset}, {summary.Steps} steps, {summary.Cutouts} cutouts; what it begins with (drafts) is in its time. Judged by {summary.Judge}: mean cosine of {ViewJudge.Views} fixed views.");
        BenchFormat.Write(output, table);
        output.WriteLine($"As near in {summary.Reached} of {summary.Rows.Count}. Median ratio: {(summary.MedianRatio is { } ratio ? BenchFormat.Ratio(ratio) : Never)}. First preview after {BenchFormat.Seconds(summary.MedianFirstPreview)} s.");
    }

    /// <summary>What is told of a prompt as soon as it is done.</summary>
    public static string Line(PaintRow row) =>
        $"  {row.Prompt}: reference {Similarity(row.ReferenceSimilarity)} in {BenchFormat.Seconds(row.ReferenceSeconds)} s; ours as near after {(row.Seconds is { } seconds ? BenchFormat.Seconds(seconds) + " s" : Never)}, {Similarity(row.Similarity)} in {BenchFormat.Seconds(row.WholeSeconds)} s";

    private static string Similarity(double value) => BenchFormat.Number(value, "0.000");
}
