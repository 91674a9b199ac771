using System.Text.Json;
using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Models;

namespace VqganBot.CommandLine.Bench;

/// <summary>Steps the first 1, 2, 4 ... of some paintings as one batch, in turn.</summary>
internal sealed class BatchRun(BatchOptions options, CommandContext context)
{
    private string? _stopped;

    public int Run()
    {
        torch.set_num_threads(options.Threads);
        var device = BenchDevice.Find(options.Device, options.Precision);
        using var pack = options.Shapes is { } shapes ? BenchModel.Create(shapes, device) : ModelPack.Load(InstalledModels.Open().FindPack(options.Model), device.Device, device.Precision);
        var painter = new Painter(pack);
        var paintings = Enumerable.Range(0, options.Most).Select(number => painter.Start(Request(pack.Manifest, (ulong)number))).ToArray();
        try
        {
            var summary = Measure(paintings, pack, device);
            if (options.Json) context.Out.WriteLine(JsonSerializer.Serialize(summary, BenchJson.Default.BatchSummary));
            else BatchTable.Print(context.Out, summary);
            return ExitCodes.Done;
        }
        finally
        {
            foreach (var painting in paintings) painting.Dispose();
        }
    }

    private BatchSummary Measure(Painting[] paintings, ModelPack pack, BenchDevice device)
    {
        var memory = WarmUp(paintings, device);
        var seconds = memory.Keys.ToDictionary(size => size, _ => new List<double>());
        for (var step = 1; step <= options.Steps; step++)
        {
            foreach (var (size, times) in seconds) times.Add(Time(paintings[..size], device));
            if (!options.Json) context.Error.WriteLine($"  step {step}/{options.Steps}");
        }

        var pictureSteps = options.PictureSteps ?? pack.Manifest.DefaultSteps;
        return new BatchSummary
        {
            Model = pack.Manifest.Name,
            Size = $"{paintings[0].Width}x{paintings[0].Height}",
            Cutouts = paintings[0].Request.Settings.CutoutCount,
            PictureSteps = pictureSteps,
            Threads = options.Threads,
            Device = device.Name,
            Precision = BenchDevice.NameOf(pack.Precision),
            Rows = [.. seconds.Select(size => Row(size.Key, size.Value, seconds[1], pictureSteps, memory[size.Key]))],
            Stopped = _stopped,
        };
    }

    // From small to large, so that the most memory ever held is that of the size at hand.
    private Dictionary<int, long?> WarmUp(Painting[] paintings, BenchDevice device)
    {
        var memory = new Dictionary<int, long?>();
        foreach (var size in options.Sizes)
        {
            try
            {
                Time(paintings[..size], device);
                memory[size] = device.PeakMemory();
            }
            catch (OutOfMemoryOnDeviceException exception) when (size > 1)
            {
                _stopped = $"No more than {memory.Keys.Max()} at once: {exception.Message}";
                break;
            }
        }

        return memory;
    }

    private double Time(Painting[] paintings, BenchDevice device)
    {
        device.Synchronise();
        var begun = context.Clock.GetTimestamp();
        var steps = PaintingBatch.Advance(paintings);
        device.Synchronise();
        if (steps.Select(step => step.Failure).FirstOrDefault(fault => fault is not null) is { } failure) throw failure;
        return context.Clock.GetElapsedTime(begun).TotalSeconds;
    }

    private static BatchRow Row(int size, List<double> seconds, List<double> alone, int pictureSteps, long? memory)
    {
        var step = BenchStatistics.Median(seconds);
        return new BatchRow(size, step, size * 60 / (step * pictureSteps), BenchStatistics.Median(seconds.Zip(alone, (together, one) => size * one / together)), memory);
    }

    private PaintingRequest Request(ModelPackManifest manifest, ulong seed)
    {
        var settings = options.Shapes is null ? manifest.SettingsFor(manifest.DefaultPreset) : StepPreset.Settings(cutouts: 8);
        return new PaintingRequest
        {
            Prompt = BenchPrompts.All[seed % (ulong)BenchPrompts.All.Length],
            Width = options.Size?.Width ?? (options.Shapes is null ? manifest.DefaultSize[0] : 128),
            Height = options.Size?.Height ?? (options.Shapes is null ? manifest.DefaultSize[1] : 128),
            Steps = 100_000,
            Seed = seed,
            Preset = manifest.DefaultPreset,
            // What they begin with does not matter to the time of a step, and drafts take theirs.
            Settings = settings with { InitialLatent = InitialLatentKind.RandomCodes, CutoutCount = options.Cutouts ?? settings.CutoutCount },
            Model = manifest.Name,
        };
    }
}
