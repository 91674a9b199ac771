using Spectre.Console;

namespace VqganBot.CommandLine.Bench;

internal static class LoadTable
{
    private const double Megabyte = 1e6;

    public static void Print(TextWriter output, LoadSummary summary)
    {
        output.WriteLine($"Start with {summary.Model}, threads: {summary.Threads}. Medians of {summary.Runs} runs, each a new process.");
        var reached = BenchFormat.Table("reached", "s after the start");
        reached.AddRow("first line of a process that does nothing", BenchFormat.Seconds(summary.FirstLine));
        foreach (var (name, seconds) in summary.Reached) reached.AddRow(name, BenchFormat.Seconds(seconds));
        BenchFormat.Write(output, reached);

        var parts = BenchFormat.Table("part, loaded alone", "MB", "s", "MB/s");
        foreach (var part in summary.Parts)
            parts.AddRow(Markup.Escape(part.File), BenchFormat.Number(part.Bytes / Megabyte, "0.0"), BenchFormat.Seconds(part.Seconds), BenchFormat.Number(part.Bytes / Megabyte / part.Seconds, "N0"));
        BenchFormat.Write(output, parts);
        output.WriteLine($"At most {BenchFormat.Mebibytes(summary.PeakMemory)} of memory, to the end of the first step.");
    }
}
