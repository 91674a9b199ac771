using System.Text.Json;
using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary>The worker's side: the loop that paints, one real step for each line that comes in.</summary>
internal static class StepServer
{
    public static int Run(StepOptions options, CommandContext context, TextReader requests)
    {
        torch.set_num_threads(options.Threads);
        var device = BenchDevice.Find(options.Device, options.Precision);
        using var pack = BenchModel.Create(options.Shapes, device);
        var hello = Hello(device, pack, context.Clock);
        using var painting = new Painter(pack).Start(Request(options));
        var clock = new PartClock(context.Clock, device.Synchronise);

        Answer(context, JsonSerializer.Serialize(hello, BenchJson.Default.WorkerHello));
        while (requests.ReadLine() is { } request)
        {
            painting.PartDone = request == StepWorker.InParts ? clock.Mark : null;
            clock.Begin();
            painting.Advance();
            // What is left after the last mark is the end of the step too.
            clock.Mark(StepPart.Update);
            var times = request == StepWorker.InParts ? clock.Parts() : clock.Whole();
            Answer(context, JsonSerializer.Serialize(times with { PeakMemory = device.PeakMemory() }, BenchJson.Default.StepTimes));
        }

        return ExitCodes.Done;
    }

    private static WorkerHello Hello(BenchDevice device, ModelPack pack, TimeProvider clock) => new(
        $"VqganBot {ProgramVersion.Text} on libtorch {torch.__version__}, {device.Name}", torch.get_num_threads(), device.Name, BenchDevice.NameOf(pack.Precision),
        MatrixPeak: MatrixPeak.Measure(device, torch.ScalarType.Float32, clock),
        MatrixPeakBFloat16: device.IsGpu ? MatrixPeak.Measure(device, torch.ScalarType.BFloat16, clock) : null);

    private static PaintingRequest Request(StepOptions options) => new()
    {
        Prompt = "chicken surf",
        Width = options.Size.Width,
        Height = options.Size.Height,
        Steps = 100_000,
        Preset = "crowson",
        Settings = StepPreset.Settings(options.Cutouts),
        Model = options.Shapes.Name,
    };

    private static void Answer(CommandContext context, string line)
    {
        context.Out.WriteLine(line);
        context.Out.Flush();
    }
}
