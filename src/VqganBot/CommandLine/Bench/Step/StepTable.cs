using Spectre.Console;

namespace VqganBot.CommandLine.Bench;

internal static class StepTable
{
    public static void Print(TextWriter output, StepSummary summary)
    {
        var table = summary.PeerParts is null
            ? BenchFormat.Table("part", "ours, ms")
            : BenchFormat.Table("part", "ours, ms", "PyTorch, ms", "ratio");
        foreach (var (name, _) in StepTimes.Parts)
        {
            var mine = summary.Parts[name];
            if (summary.PeerParts is null) table.AddRow(name, BenchFormat.Milliseconds(mine));
            else table.AddRow(name, BenchFormat.Milliseconds(mine), BenchFormat.Milliseconds(summary.PeerParts[name]), BenchFormat.Ratio(mine / summary.PeerParts[name]));
        }

        output.WriteLine($"One step of {summary.Shapes}, as {summary.Preset} does it, at {summary.Size}, {summary.Cutouts} cutouts, threads: {summary.Threads}, {summary.Device}, {summary.Precision}. Medians of {summary.Steps} steps.");
        output.WriteLine(summary.PeerEngine is null ? summary.Engine : $"Ours: {summary.Engine}. Peer: {summary.PeerEngine}. They took turns, step by step.");
        BenchFormat.Write(output, table);
        output.WriteLine($"{BenchFormat.Gigaflops(summary.Flops)} GFLOP a step; a matrix product reaches {BenchFormat.Gigaflops(summary.MatrixPeak)} GFLOP/s here.");
        output.WriteLine(Line("Ours", summary.StepsPerSecond, summary.ShareOfPeak, summary.PeakMemory));
        if (summary.Ratio is not { } ratio) return;
        output.WriteLine(Line("PyTorch", summary.PeerStepsPerSecond!.Value, summary.PeerShareOfPeak!.Value, summary.PeerPeakMemory));
        output.WriteLine($"Ratio ours / PyTorch: {BenchFormat.Number(ratio, "0.000")} (below 1, ours is faster); of processor time: {BenchFormat.Number(summary.ProcessorRatio ?? 0, "0.000")}");
    }

    private static string Line(string who, double stepsPerSecond, double share, long? memory) =>
        $"{who}: {BenchFormat.Number(stepsPerSecond, "0.000")} steps/s, {BenchFormat.Percent(share)} of that peak, at most {BenchFormat.Mebibytes(memory)} of memory.";
}
