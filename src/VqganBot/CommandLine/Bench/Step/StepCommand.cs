using System.CommandLine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

/// <summary><c>bench step</c>, and the hidden <c>bench worker</c>: the process whose steps it times.</summary>
internal sealed class StepCommand
{
    private readonly Option<BenchShapes?> _shapes = BenchOption.Shapes(
        $"The published sizes to use, with random weights; {BenchShapes.Default.Name} if left out. It takes");

    private readonly Option<StepPreset?> _preset = NumberOption.Create("--preset", "NAME",
        "Whose step: crowson, or nerdyrodent, which is generate.py with cut method 'original', at 256x256 with 32 cutouts. By default crowson.",
        StepPreset.Find, StepPreset.Accepted);

    private readonly Option<PictureSize?> _size = BenchOption.Size("Size of the picture; 128x128 if left out, for nerdyrodent 256x256.");

    private readonly Option<int?> _cutouts = BenchOption.Cutouts("Views judged per step; 8 if left out, for nerdyrodent 32.");

    private readonly Option<int?> _threads = BenchOption.Threads();

    private readonly Option<string?> _device = BenchOption.Device();

    private readonly Option<PrecisionChoice?> _precision = BenchOption.Precision();

    private readonly Option<int?> _steps = NumberOption.Whole("--steps", "N", "Steps to time, after those that warm up; 10 if left out.");

    private readonly Option<bool> _json = BenchOption.Json();

    private readonly Option<string?> _peer = new("--peer")
    {
        HelpName = "python",
        Description = "Also time the same step in Python's PyTorch, in turn with ours; may name the Python to use.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(CommandContext context)
    {
        var options = new StepCommand();
        var step = new Command("step", "Time one optimisation step at full size, part by part.");
        foreach (var option in (Option[])[.. options.OfTheStep, options._steps, options._json, options._peer]) step.Options.Add(option);
        step.SetAction(parsed => StepRun.Run(options.Read(parsed), context));
        return step;
    }

    public static Command CreateWorker(CommandContext context)
    {
        var options = new StepCommand();
        var worker = new Command("worker", "The process that bench step times.") { Hidden = true };
        foreach (var option in options.OfTheStep) worker.Options.Add(option);
        worker.SetAction(parsed => StepServer.Run(options.Read(parsed), context, Console.In));
        return worker;
    }

    private Option[] OfTheStep => [_shapes, _preset, _size, _cutouts, _threads, _device, _precision];

    private StepOptions Read(ParseResult parsed)
    {
        var preset = parsed.GetValue(_preset) ?? StepPreset.Known[0];
        return new StepOptions
        {
            Shapes = parsed.GetValue(_shapes) ?? BenchShapes.Default,
            Preset = preset,
            Size = parsed.GetValue(_size) ?? preset.Size,
            Cutouts = parsed.GetValue(_cutouts) ?? preset.Cutouts,
            Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
            Device = parsed.GetValue(_device),
            Precision = parsed.GetValue(_precision),
            Steps = parsed.GetValue(_steps) ?? 10,
            Json = parsed.GetValue(_json),
            Peer = parsed.GetResult(_peer) is null ? null : parsed.GetValue(_peer) ?? PeerPython.Find(),
        };
    }
}
