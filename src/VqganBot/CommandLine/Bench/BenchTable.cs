using System.Globalization;
using Spectre.Console;

namespace VqganBot.CommandLine.Bench;

internal static class BenchTable
{
    public static void Print(TextWriter output, BenchSummary summary)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("part").AddColumn(new TableColumn("ours, ms").RightAligned());
        if (summary.PeerParts is not null)
            table.AddColumn(new TableColumn("PyTorch, ms").RightAligned()).AddColumn(new TableColumn("ratio").RightAligned());

        foreach (var (name, _) in StepTimes.Parts)
        {
            if (summary.PeerParts is null) table.AddRow(name, Milliseconds(summary.Parts[name]));
            else table.AddRow(name, Milliseconds(summary.Parts[name]), Milliseconds(summary.PeerParts[name]), Ratio(summary.Parts[name], summary.PeerParts[name]));
        }

        output.WriteLine($"One step of {summary.Shapes} at {summary.Size}, {summary.Cutouts} cutouts, threads: {summary.Threads}. Medians of {summary.Steps} steps.");
        output.WriteLine(summary.PeerEngine is null ? summary.Engine : $"Ours: {summary.Engine}. Peer: {summary.PeerEngine}. They took turns, step by step.");
        console.Write(table);
        if (summary.Ratio is { } ratio)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ratio ours / PyTorch: {ratio:0.000} (below 1, ours is faster); of processor time: {summary.ProcessorRatio:0.000}"));
    }

    public static string Milliseconds(double seconds) => (seconds * 1000).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Ratio(double ours, double peer) => peer > 0 ? (ours / peer).ToString("0.00", CultureInfo.InvariantCulture) : "-";
}
