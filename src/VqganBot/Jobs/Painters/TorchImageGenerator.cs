using Microsoft.Extensions.Logging;
using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using VqganBot.Models;

namespace VqganBot.Jobs;

/// <summary>Paints with VQGAN and CLIP. One model is in memory at a time; a job with another one unloads it first.</summary>
internal sealed partial class TorchImageGenerator(JobFiles files, JobOptions options, TimeProvider clock, ILogger<TorchImageGenerator> logger) : IImageGenerator
{
    private LoadedModel? _model;
    private Painter? _painter;
    private string? _name;

    public void Prepare() => Load(options.DefaultModel);

    public IGeneration Begin(GenerationTask task)
    {
        var job = task.Job;
        try
        {
            var (model, painter) = Load(job.Order.Model);
            if (job.Order.Kind == JobKind.Draft) return new JobDrafting(task, model.Pack, painter, model.Sha256, files);
            var start = new TileStart(job, painter, model.Pack.Manifest, files, logger);
            return new JobPainting(task, number => new TilePainting(job, number, start, model.Sha256, files, options, clock), files, clock);
        }
        catch (Exception exception) when (PaintingFault.Explained(exception) is GenerationException explained && explained != exception)
        {
            throw explained;
        }
    }

    public Round Advance(IReadOnlyList<IGeneration> generations, int most)
    {
        TorchGeneration[] all = [.. generations.Cast<TorchGeneration>()];
        var dealt = Slots.Deal([.. all.Select(generation => generation.Wanted)], most);
        var round = new TorchRound(logger);
        foreach (var (generation, slots) in all.Zip(dealt)) generation.Try(() => round.Add(generation, generation.Due(slots)));
        round.Step();
        foreach (var generation in all) generation.Try(() => Tell(generation, round.SteppedOf(generation)));
        return new Round([.. all.Select(generation => round.SteppedOf(generation).Count)], round.Batches, round.TooMany);
    }

    public void Dispose() => Unload();

    private static void Tell(TorchGeneration generation, IReadOnlyList<TilePainting> stepped)
    {
        if (stepped.Count > 0) generation.Stepped(stepped);
    }

    private (LoadedModel Model, Painter Painter) Load(string name)
    {
        if (_name == name && _model is { } loaded && _painter is { } painter) return (loaded, painter);
        Unload();
        Log.Loading(logger, name);
        var begun = clock.GetTimestamp();
        try
        {
            _model = LoadedModel.Load(name, options.Precision);
        }
        catch (Exception exception) when (exception is ModelNotInstalledException or ModelPackException or CheckpointException or PrecisionException)
        {
            throw new GenerationException($"The model '{Path.GetFileName(Path.TrimEndingDirectorySeparator(name))}' cannot be loaded here. Choose another one; whoever runs the bot finds more in its log.", exception);
        }

        (_painter, _name) = (new Painter(_model.Pack), name);
        Log.Loaded(logger, name, clock.GetElapsedTime(begun).TotalSeconds);
        return (_model, _painter);
    }

    private void Unload()
    {
        _model?.Dispose();
        (_model, _painter, _name) = (null, null, null);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The model '{Model}' is being loaded.")]
        public static partial void Loading(ILogger logger, string model);

        [LoggerMessage(2, LogLevel.Information, "The model '{Model}' was loaded in {Seconds:F1} s.")]
        public static partial void Loaded(ILogger logger, string model, double seconds);
    }
}
