using Spectre.Console;

namespace VqganBot.CommandLine.Bench;

internal static class BatchTable
{
    public static void Print(TextWriter output, BatchSummary summary)
    {
        var table = BenchFormat.Table("at once", "step, ms", "pictures/min", "gain", "memory");
        foreach (var row in summary.Rows)
        {
            table.AddRow(
                BenchFormat.Number(row.Paintings, "0"), BenchFormat.Milliseconds(row.StepSeconds), BenchFormat.Number(row.PicturesPerMinute, "0.00"),
                BenchFormat.Ratio(row.Gain), BenchFormat.Mebibytes(row.PeakMemory));
        }

        output.WriteLine($"Paintings of {summary.Model} stepped as one batch, at {summary.Size}, {summary.Cutouts} cutouts, threads: {summary.Threads}, {summary.Device}, {summary.Precision}. A picture has {summary.PictureSteps} steps.");
        BenchFormat.Write(output, table);
        if (summary.Stopped is { } stopped) output.WriteLine(stopped);
    }
}
