using System.CommandLine;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

/// <summary><c>bench batch</c>: what painting several at once brings.</summary>
internal sealed class BatchCommand
{
    private readonly Option<string> _model = BenchOption.Model();

    private readonly Option<BenchShapes?> _shapes = BenchOption.Shapes("Instead of a model: these published sizes, with random weights. It takes");

    private readonly Option<PictureSize?> _size = BenchOption.Size("Size of the pictures; what the model likes if left out.");

    private readonly Option<int?> _cutouts = BenchOption.Cutouts("Views judged per step of each picture; the preset's if left out.");

    private readonly Option<int?> _most = NumberOption.Whole("--most", "N", "The most paintings at once; 1, 2, 4 and so on up to it are timed. 8 if left out.", most: 256);

    private readonly Option<int?> _steps = NumberOption.Whole("--steps", "N", "Steps to time of each, after one that warms up; 5 if left out.");

    private readonly Option<int?> _pictureSteps = NumberOption.Whole("--picture-steps", "N", "Steps that a picture is counted with; what the model likes if left out.");

    private readonly Option<int?> _threads = BenchOption.Threads();

    private readonly Option<string?> _device = BenchOption.Device();

    private readonly Option<PrecisionChoice?> _precision = BenchOption.Precision();

    private readonly Option<bool> _json = BenchOption.Json();

    public static Command Create(CommandContext context)
    {
        var options = new BatchCommand();
        var batch = new Command("batch", "Time paintings that are stepped together: pictures a minute for 1, 2, 4 and 8 at once.")
        {
            options._model, options._shapes, options._size, options._cutouts, options._most, options._steps, options._pictureSteps, options._threads, options._device, options._precision, options._json,
        };
        batch.SetAction(parsed => new BatchRun(options.Read(parsed), context).Run());
        return batch;
    }

    private BatchOptions Read(ParseResult parsed)
    {
        var shapes = parsed.GetValue(_shapes);
        if (shapes is not null && parsed.GetResult(_model) is { Implicit: false })
            throw UserErrorException.Usage("--shapes stands in the place of --model; leave out one of the two.");
        return new BatchOptions
        {
            Model = parsed.GetValue(_model)!,
            Shapes = shapes,
            Size = parsed.GetValue(_size),
            Cutouts = parsed.GetValue(_cutouts),
            Most = parsed.GetValue(_most) ?? 8,
            Steps = parsed.GetValue(_steps) ?? 5,
            PictureSteps = parsed.GetValue(_pictureSteps),
            Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
            Device = parsed.GetValue(_device),
            Precision = parsed.GetValue(_precision),
            Json = parsed.GetValue(_json),
        };
    }
}
