using System.Text.Json;
using TorchSharp;
using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Models;

namespace VqganBot.CommandLine.Bench;

/// <summary>For each prompt the reference and then ours, judged alike.</summary>
internal sealed class PaintRun(PaintOptions options, CommandContext context)
{
    // The reference is judged for its end; how early it was as near need not be known to the step.
    private const int ReferencePeriod = 10;

    public int Run()
    {
        torch.set_num_threads(options.Threads);
        var device = BenchDevice.Find(options.Device, options.Precision);
        var installed = InstalledModels.Open();
        using var pack = ModelPack.Load(installed.FindPack(options.Model), device.Device, device.Precision);
        using var clip = options.Judge is { } name ? Load(installed.FindClip(name), device.Device) : ClipEmbedder.Of(pack);
        var requests = new PaintRequests(options, pack.Manifest);
        var judge = new ViewJudge(clip);
        var painting = new TimedPainting(new Painter(pack), device, context.Clock);
        WarmUp(painting, requests, judge);

        var rows = new List<PaintRow>();
        foreach (var prompt in options.Prompts)
        {
            var words = judge.Read(prompt);
            var reference = painting.Run(requests.Reference(prompt), picture => judge.Similarity(picture, words), ReferencePeriod);
            var ours = painting.Run(requests.Ours(prompt), picture => judge.Similarity(picture, words), period: 1);
            rows.Add(PaintRow.Of(prompt, reference, ours));
            if (!options.Json) context.Error.WriteLine(PaintTable.Line(rows[^1]));
        }

        var summary = Summarise(rows, requests, device, pack.Precision);
        if (options.Json) context.Out.WriteLine(JsonSerializer.Serialize(summary, BenchJson.Default.PaintSummary));
        else PaintTable.Print(context.Out, summary);
        return ExitCodes.Done;
    }

    // What only the first painting of a process pays for shall weigh on neither.
    private void WarmUp(TimedPainting painting, PaintRequests requests, ViewJudge judge)
    {
        var prompt = options.Prompts[0];
        var words = judge.Read(prompt);
        foreach (var request in (PaintingRequest[])[requests.Reference(prompt), requests.Ours(prompt)])
            painting.Run(request with { Steps = 2 }, picture => judge.Similarity(picture, words), period: 1);
    }

    private PaintSummary Summarise(List<PaintRow> rows, PaintRequests requests, BenchDevice device, Precision precision)
    {
        var (ours, reference) = (requests.Ours(options.Prompts[0]), requests.Reference(options.Prompts[0]));
        return new PaintSummary
        {
            Model = ours.Model,
            Size = $"{ours.Width}x{ours.Height}",
            Threads = options.Threads,
            Device = device.Name,
            Precision = BenchDevice.NameOf(precision),
            Preset = requests.Preset,
            Steps = ours.Steps,
            Cutouts = ours.Settings.CutoutCount,
            ReferenceSteps = reference.Steps,
            ReferenceCuts = reference.Settings.CutoutMethod.ToString().ToLowerInvariant(),
            Judge = options.Judge ?? $"{ours.Model}'s own CLIP, by other views",
            Rows = rows,
            Reached = rows.Count(row => row.Seconds is not null),
            MedianRatio = PaintSummary.RatioOf(rows),
            MedianFirstPreview = BenchStatistics.Median(rows.Select(row => row.FirstPreviewSeconds)),
        };
    }

    private static ClipEmbedder Load(ClipFiles files, torch.Device device) => ClipEmbedder.Load(files.Weights, files.Tokenizer, device);
}
