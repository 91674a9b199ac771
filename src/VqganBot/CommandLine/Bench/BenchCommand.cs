using System.CommandLine;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Options;

namespace VqganBot.CommandLine.Bench;

/// <summary><c>bench step</c> times; the hidden <c>bench worker</c> is the process whose steps it times.</summary>
internal sealed class BenchCommand
{
    private readonly Option<string> _shapes = new("--shapes")
    {
        HelpName = "VQGAN+CLIP",
        Description = $"The published sizes to use, with random weights: {BenchShapes.Accepted}.",
        DefaultValueFactory = _ => BenchShapes.Default.Name,
    };

    private readonly Option<PictureSize?> _size = NumberOption.Size("--size", "Size of the picture; 128x128 if left out.");

    private readonly Option<int?> _cutouts = NumberOption.Whole("--cutouts", "N", "Views judged per step; 8 if left out.", most: 4096);

    private readonly Option<int?> _threads = NumberOption.Whole("--threads", "N", "Threads for the tensors; every core if left out.", most: 1024);

    private readonly Option<int?> _steps = NumberOption.Whole("--steps", "N", "Steps to time, after one that warms up; 10 if left out.");

    private readonly Option<bool> _json = new("--json") { Description = "Print one line of JSON." };

    private readonly Option<string?> _peer = new("--peer")
    {
        HelpName = "python",
        Description = "Also time the same step in Python's PyTorch, in turn with ours; may name the Python to use.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(CommandContext context)
    {
        var bench = new BenchCommand();
        var step = new Command("step", "Time one optimisation step at full size, part by part.")
        {
            bench._shapes, bench._size, bench._cutouts, bench._threads, bench._steps, bench._json, bench._peer,
        };
        step.SetAction(parsed => BenchRun.Run(bench.Read(parsed), context));
        var worker = new Command("worker", "The process that bench step times.")
        {
            bench._shapes, bench._size, bench._cutouts, bench._threads,
        };
        worker.Hidden = true;
        worker.SetAction(parsed => StepServer.Run(bench.Read(parsed), context, Console.In));
        return new Command("bench", "Measure how fast it paints here.") { step, worker };
    }

    private BenchOptions Read(ParseResult parsed)
    {
        var name = parsed.GetValue(_shapes)!;
        return new BenchOptions
        {
            Shapes = BenchShapes.Find(name)
                ?? throw UserErrorException.Usage($"--shapes was given '{name}'; it takes {BenchShapes.Accepted}."),
            Size = parsed.GetValue(_size) ?? new PictureSize(128, 128),
            Cutouts = parsed.GetValue(_cutouts) ?? 8,
            Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
            Steps = parsed.GetValue(_steps) ?? 10,
            Json = parsed.GetValue(_json),
            Peer = parsed.GetResult(_peer) is null ? null : parsed.GetValue(_peer) ?? PeerPython.Find(),
        };
    }
}
