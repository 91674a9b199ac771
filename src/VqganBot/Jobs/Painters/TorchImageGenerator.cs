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

    public GenerationOutcome Generate(GenerationTask task)
    {
        var job = task.Job;
        try
        {
            var (model, painter) = Load(job.Order.Model);
            if (job.Order.Kind == JobKind.Draft) return new JobDrafting(task, model.Pack, painter, model.Sha256, files).Run();
            var start = new TileStart(job, painter, model.Pack.Manifest, files, logger);
            return new JobPainting(task, start, model.Sha256, files, options, clock).Run();
        }
        catch (OutOfMemoryOnDeviceException) when (job.Reductions > 0 && job.Order.Kind == JobKind.Imagine)
        {
            // The next try is smaller, and nothing of this size can go into it.
            for (var tile = 1; tile <= job.Order.Count; tile++) File.Delete(files.State(job.Id, tile));
            throw;
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            throw new GenerationException(reason, exception);
        }
    }

    public void Dispose() => Unload();

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

    // The messages that are written for people and hold no path.
    private static string? Explain(Exception exception) => exception switch
    {
        PromptException or SynthesisException => exception.Message,
        PaintingRequestException when !exception.Message.Contains(Path.DirectorySeparatorChar) => exception.Message,
        ImageCodecException => $"The start image cannot be used: {exception.Message}",
        IOException => "The bot's disk could not be written to. Please tell whoever runs it.",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The model '{Model}' is being loaded.")]
        public static partial void Loading(ILogger logger, string model);

        [LoggerMessage(2, LogLevel.Information, "The model '{Model}' was loaded in {Seconds:F1} s.")]
        public static partial void Loaded(ILogger logger, string model, double seconds);
    }
}
