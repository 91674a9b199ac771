using System.CommandLine;
using VqganBot.Generation.Packs;
using VqganBot.Training.Data;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Evaluation.Reports;
using VqganBot.Training.Judge;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

internal static class EvaluateCommand
{
    public static Command Create()
    {
        var pack = new Option<string>("--pack") { Description = "Folder of the pack.", DefaultValueFactory = _ => ProgramHome.Find("models/toybox") };
        var judge = new Option<string>("--judge") { Description = "Weights of the judge.", DefaultValueFactory = _ => ProgramHome.Find("models/judge/judge.safetensors") };
        var count = new Option<int>("--count") { Description = "Renders to measure CLIP and the judge on; 0 measures no networks.", DefaultValueFactory = _ => 500 };
        var unseen = new Option<string?>("--set") { Description = "Rendered set that training never saw, for the VQGAN, instead of fresh renders." };
        var report = new Option<string?>("--report") { Description = "Folder to write report.md and its sheets into." };
        var json = new Option<bool>("--json") { Description = "End with one line of JSON." };
        var threads = new Option<int>("--threads") { Description = "Threads of one operator.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("evaluate", "Measures a pack: what it paints for combinations never seen, read by a judge of its own, and its networks.")
        {
            pack, judge, count, unseen, report, json, threads,
        };
        var options = new EvaluateOptions(command);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            set_num_threads(result.GetValue(threads));
            using var loaded = ModelPack.Load(result.GetValue(pack)!, CPU);
            using var network = JudgeFile.Load(result.GetValue(judge)!);
            using var set = result.GetValue(unseen) is { } path ? RenderedSet.Open(path) : null;
            var figures = result.GetValue(count) > 0 ? new PackEvaluation(loaded, network).Measure(result.GetValue(count), set, cancellationToken) : null;
            var found = Paint(loaded, network, figures, options.Read(result, loaded.Manifest), cancellationToken);

            if (found.Judged.Count > 0)
                Console.WriteLine($"{Figures.Read(found)}\n{Figures.Quality(found)}");
            if (figures is not null)
                Console.WriteLine(Figures.Networks(figures));
            if (result.GetValue(report) is { } folder)
                Console.WriteLine($"Report: {MarkdownReport.Write(found, folder, "./run.sh " + string.Join(' ', result.Tokens))}");
            if (result.GetValue(json))
                Console.WriteLine(JsonLine.Of(found));
        }, CancellationToken.None));
        return command;
    }

    private static EvaluationResult Paint(ModelPack pack, JudgeNetwork judge, PackFigures? figures, EvaluationOptions options, CancellationToken cancellationToken)
    {
        if (options.Prompts == 0)
            return new EvaluationResult(pack.Manifest, options, figures, [], []);
        using var evaluation = new PaintingEvaluation(pack, judge, options, Console.Error);
        return new EvaluationResult(pack.Manifest, options, figures, evaluation.Prompts, evaluation.Run(cancellationToken));
    }
}
