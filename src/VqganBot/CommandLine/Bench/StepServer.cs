using System.Text.Json;
using TorchSharp;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary>The worker's side: the loop that paints, one real step for each line that comes in.</summary>
internal static class StepServer
{
    public static int Run(BenchOptions options, CommandContext context, TextReader requests)
    {
        torch.set_num_threads(options.Threads);
        var device = torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        using var pack = BenchModel.Create(options.Shapes, device);
        using var painting = new Painter(pack).Start(Request(options));
        var clock = new PartClock(context.Clock);
        painting.PartDone = clock.Mark;

        var engine = $"VqganBot {ProgramVersion.Text} on libtorch {torch.__version__}, {device.type}";
        Answer(context, JsonSerializer.Serialize(new WorkerHello(engine, torch.get_num_threads()), BenchJson.Default.WorkerHello));
        while (requests.ReadLine() is not null)
        {
            clock.Begin();
            painting.Advance();
            // What is left after the last mark is the end of the step too.
            clock.Mark(StepPart.Update);
            Answer(context, JsonSerializer.Serialize(clock.Read(), BenchJson.Default.StepTimes));
        }

        return ExitCodes.Done;
    }

    private static PaintingRequest Request(BenchOptions options) => new()
    {
        Prompt = "chicken surf",
        Width = options.Size.Width,
        Height = options.Size.Height,
        Steps = 100_000,
        // crowson: the loop without augmentation, as the peer has it.
        Preset = "crowson",
        Settings = Presets.Get("crowson") with { CutoutCount = options.Cutouts, LearningRate = 0.1 },
        Model = options.Shapes.Name,
    };

    private static void Answer(CommandContext context, string line)
    {
        context.Out.WriteLine(line);
        context.Out.Flush();
    }
}
