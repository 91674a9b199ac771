using System.CommandLine;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

/// <summary><c>bench load</c>, and the hidden <c>bench loader</c>: the process whose start it times.</summary>
internal sealed class LoadCommand
{
    private readonly Option<string> _model = BenchOption.Model();

    private readonly Option<BenchShapes?> _shapes = BenchOption.Shapes(
        "Instead of a model: these published sizes, as files of random weights that are deleted afterwards (some 600 MB). It takes");

    private readonly Option<PictureSize?> _size = BenchOption.Size("Size of the first picture; what the model likes if left out.");

    private readonly Option<int?> _runs = NumberOption.Whole("--runs", "N", "How often each is started; the median counts. 3 if left out.", most: 1000);

    private readonly Option<int?> _threads = BenchOption.Threads();

    private readonly Option<string?> _device = BenchOption.Device();

    private readonly Option<PrecisionChoice?> _precision = BenchOption.Precision();

    private readonly Option<bool> _json = BenchOption.Json();

    private readonly Option<bool> _parts = new("--parts") { Description = "Load part after part, and tell of each." };

    public static Command Create(CommandContext context)
    {
        var options = new LoadCommand();
        var load = new Command("load", "Time the start of the program, the loading of a model part by part, and the first picture.")
        {
            options._model, options._shapes, options._size, options._runs, options._threads, options._device, options._precision, options._json,
        };
        load.SetAction(parsed => new LoadRun(options.Read(parsed), context).Run());
        return load;
    }

    public static Command CreateLoader(CommandContext context)
    {
        var options = new LoadCommand();
        var loader = new Command("loader", "The process that bench load times.") { Hidden = true };
        foreach (var option in (Option[])[options._model, options._size, options._threads, options._device, options._precision, options._parts]) loader.Options.Add(option);
        loader.SetAction(parsed => new Loader(options.Read(parsed), context).Run(parsed.GetValue(options._parts)));
        return loader;
    }

    private LoadOptions Read(ParseResult parsed)
    {
        var shapes = parsed.GetValue(_shapes);
        if (shapes is not null && parsed.GetResult(_model) is { Implicit: false })
            throw UserErrorException.Usage("--shapes stands in the place of --model; leave out one of the two.");
        return new LoadOptions
        {
            Model = parsed.GetValue(_model)!,
            Shapes = shapes,
            Size = parsed.GetValue(_size),
            Runs = parsed.GetValue(_runs) ?? 3,
            Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
            Device = parsed.GetValue(_device),
            Precision = parsed.GetValue(_precision),
            Json = parsed.GetValue(_json),
        };
    }
}
