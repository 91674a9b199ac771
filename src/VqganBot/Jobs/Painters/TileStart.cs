using Microsoft.Extensions.Logging;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>Begins a picture of a job, or goes on with what an earlier process or an earlier try left of it.</summary>
internal sealed partial class TileStart(Job job, Painter painter, ModelPackManifest manifest, JobFiles files, ILogger logger)
{
    /// <param name="drafting">Told while drafts are drawn to begin with, which can be stopped.</param>
    public Painting Begin(int tile, Action<DraftProgress>? drafting, CancellationToken stop) => GoOn(tile) ?? job.Order.Kind switch
    {
        JobKind.Variation => Vary(tile),
        JobKind.MoreSteps => PaintFurther(),
        JobKind.Refine => Refine(),
        _ => painter.Start(OrderRequest.Of(job, tile, manifest, StartImage(), ImagePrompts()), drafting, stop),
    };

    private Painting? GoOn(int tile)
    {
        var state = files.State(job.Id, tile);
        if (!File.Exists(state)) return null;
        try
        {
            return painter.Resume(state, (request, _) => request with { Settings = Fewer(request.Settings) });
        }
        catch (Exception exception) when (exception is CheckpointException or PaintingRequestException)
        {
            // A power cut may have spoilt it; the picture is worth beginning anew.
            Log.Spoilt(logger, exception, job.Id, tile);
            File.Delete(state);
            return null;
        }
    }

    private Painting Vary(int tile)
    {
        var strength = OrderRequest.StrengthOf(job.Order);
        var request = OrderRequest.Of(job, tile, manifest, startImage: null, ImagePrompts());
        return FromParent(parent => painter.Vary(parent, strength, request with { Settings = OrderRequest.NearParent(request.Settings, strength) }));
    }

    private Painting PaintFurther() => FromParent(parent => painter.Resume(
        parent, (request, done) => request with { Steps = done + job.Order.Steps, Settings = OrderRequest.Reduced(job, request.Settings) }));

    // The draft's state stands before its first step.
    private Painting Refine() => FromParent(parent => painter.Resume(
        parent, (drafted, _) => drafted with { Steps = job.Order.Steps, Settings = OrderRequest.Reduced(job, drafted.Settings) }));

    private Painting FromParent(Func<string, Painting> begin)
    {
        var parent = files.State(job.Order.ParentJob ?? 0, job.Order.ParentTile);
        if (!File.Exists(parent)) throw new GenerationException("The picture that this was to start from is not kept any more.");
        try
        {
            return begin(parent);
        }
        catch (CheckpointException exception)
        {
            throw new GenerationException("The picture that this was to start from cannot be read any more.", exception);
        }
    }

    private ImagePrompt[] ImagePrompts() =>
        [.. Enumerable.Range(1, job.Order.ImagePrompts).Select(number => new ImagePrompt(ImageCodec.DecodeFile(files.ImagePrompt(job.Id, number))))];

    private Rgb24Image? StartImage() => job.Order.HasStartImage ? ImageCodec.Decode(File.ReadAllBytes(files.StartImage(job.Id))) : null;

    // What was saved before the device ran out of memory has the cutouts of before.
    private PaintingSettings Fewer(PaintingSettings saved) => job.Reductions == 0
        ? saved
        : saved with { CutoutCount = Math.Min(saved.CutoutCount, OrderRequest.Reduced(job, manifest.SettingsFor(job.Order.Preset)).CutoutCount) };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The saved state of picture {Tile} of job {Job} cannot be read; it is begun anew.")]
        public static partial void Spoilt(ILogger logger, Exception exception, long job, int tile);
    }
}
