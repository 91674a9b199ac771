using System.Globalization;
using System.Text.Json;
using VqganBot.CommandLine.Options;
using VqganBot.Models;

namespace VqganBot.CommandLine.Bench;

/// <summary>Starts processes: one that does nothing, one that loads and paints, one that loads part after part.</summary>
internal sealed class LoadRun(LoadOptions options, CommandContext context)
{
    public int Run()
    {
        using var temporary = options.Shapes is null ? null : TemporaryPack.Write(options.Shapes);
        var folder = temporary?.Folder ?? InstalledModels.Open().FindPack(options.Model);
        var (first, whole, parts) = (new List<double>(), new List<IReadOnlyList<(string Line, double Seconds)>>(), new List<IReadOnlyList<(string Line, double Seconds)>>());
        long? memory = null;
        for (var run = 1; run <= options.Runs; run++)
        {
            first.Add(TimedStart.Run(["--version"], options.Threads, context.Clock).Lines[0].Seconds);
            var (lines, most) = TimedStart.Run(Loader(folder), options.Threads, context.Clock);
            whole.Add(lines);
            memory = most;
            parts.Add(TimedStart.Run([.. Loader(folder), "--parts"], options.Threads, context.Clock).Lines);
            if (!options.Json) context.Error.WriteLine($"  run {run}/{options.Runs}  first step after {BenchFormat.Seconds(lines[^1].Seconds)} s");
        }

        var summary = new LoadSummary
        {
            Model = options.Shapes?.Name ?? options.Model,
            Threads = options.Threads,
            Runs = options.Runs,
            FirstLine = BenchStatistics.Median(first),
            Reached = Enumerable.Range(0, whole[0].Count).ToDictionary(i => whole[0][i].Line, i => BenchStatistics.Median(whole.Select(lines => lines[i].Seconds))),
            PeakMemory = memory,
            Parts = Parts(folder, parts),
        };
        if (options.Json) context.Out.WriteLine(JsonSerializer.Serialize(summary, BenchJson.Default.LoadSummary));
        else LoadTable.Print(context.Out, summary);
        return ExitCodes.Done;
    }

    // What comes before the first part is the program and libtorch; each part takes from the line before to its own.
    private static IReadOnlyList<LoadedPart> Parts(string folder, List<IReadOnlyList<(string Line, double Seconds)>> runs)
    {
        var files = runs[0].Select(line => line.Line).SkipWhile(line => line is LoadMilestones.Program or LoadMilestones.Engine).ToArray();
        var before = runs[0].Count - files.Length;
        return [.. files.Select((file, i) => new LoadedPart(
            file, new FileInfo(Path.Combine(folder, file)).Length, BenchStatistics.Median(runs.Select(lines => lines[before + i].Seconds - lines[before + i - 1].Seconds))))];
    }

    private string[] Loader(string folder) =>
    [
        "bench", "loader", "--model", folder, "--threads", options.Threads.ToString(CultureInfo.InvariantCulture),
        .. options.Size is { } size ? ["--size", size.ToString()] : Array.Empty<string>(),
        .. options.Device is { } device ? ["--device", device] : Array.Empty<string>(),
        .. options.Precision is { } precision ? ["--precision", ChoiceOption.Word(precision)] : Array.Empty<string>(),
    ];
}
