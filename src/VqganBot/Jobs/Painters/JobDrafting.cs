using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Transformer;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>Drafts the pictures of one job, and leaves each as the state of a painting that has not begun, so that it can be refined.</summary>
/// <remarks>Seconds of work in one piece, for which those that are painted are set aside.</remarks>
internal sealed class JobDrafting(GenerationTask task, ModelPack pack, Painter painter, string modelSha256, JobFiles files) : TorchGeneration
{
    // After the device ran out of memory.
    private const int FewerBy = 4;

    private readonly Job _job = task.Job;

    public override int Wanted => IsOver ? 0 : 1;

    public override IReadOnlyList<TilePainting> Due(int most)
    {
        if (most > 0 || task.Stop() != StopRequest.None) Outcome = Draft();
        return [];
    }

    public override void Stepped(IReadOnlyList<TilePainting> tiles)
    {
    }

    public override void Dispose()
    {
    }

    private GenerationOutcome Draft()
    {
        using var stopping = new CancellationTokenSource();
        try
        {
            var drafts = new Drafter(pack).Draft(Request(Painting()), now => Look(stopping, now.Drawn, now.All), stopping.Token);
            Rgb24Image[] pictures = [.. drafts.Select((draft, at) => Keep(draft, at + 1))];
            if (pictures.Length > 1) PictureSheet.Write(files.Grid(_job.Id), pictures, _job.Order.Count);
            task.Report(Progress(drafts.Count));
            return new GenerationOutcome(StopRequest.None, drafts.Count, drafts.Count, drafts.Average(draft => draft.Similarity), null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Seconds of work: it is begun anew after a restart.
            return new GenerationOutcome(task.Stop(), 0, 0, null, null);
        }
    }

    // The seed is the same for all: which candidate a picture was tells it from the others.
    private PaintingRequest Painting() =>
        OrderRequest.Of(_job, tile: 1, pack.Manifest, startImage: null, imagePrompts: []) with { Steps = _job.Order.RefineSteps };

    private DraftRequest Request(PaintingRequest painting) => new()
    {
        Prompt = painting.Prompt,
        Seed = painting.Seed,
        Sampling = painting.Settings.DraftSampling,
        Candidates = _job.Reductions == 0 ? _job.Order.Candidates : Math.Max(_job.Order.Count, _job.Order.Candidates / FewerBy),
        Keep = _job.Order.Count,
        Size = pack.Prior is { } prior ? Shape(prior.Config, pack.Vqgan.Config.DownsampleFactor) : null,
    };

    // In the shape that was asked for, and as small as the prior draws: there it is quickest, and has seen how a picture is composed.
    private (int Width, int Height) Shape(PriorConfig prior, int factor)
    {
        var scale = Math.Min(_job.Order.Width / (double)(prior.Columns * factor), _job.Order.Height / (double)(prior.Rows * factor));
        return ((int)Math.Round(_job.Order.Width / scale), (int)Math.Round(_job.Order.Height / scale));
    }

    private Rgb24Image Keep(Draft draft, int tile)
    {
        using var painting = painter.FromDraft(draft, Painting());
        painting.Save(files.State(_job.Id, tile));
        PictureWriter.Write(files.Picture(_job.Id, tile), painting, modelSha256);
        return painting.Render();
    }

    private void Look(CancellationTokenSource stopping, int drawn, int all)
    {
        // Half a sheet of drafts is none, so there is nothing to keep of it yet.
        if (task.Stop() is not (StopRequest.None or StopRequest.Keep)) stopping.Cancel();
        else task.Report(Progress(drawn * _job.Order.Count / (all + 1)));
    }

    private JobProgress Progress(int tiles) => new(_job.Id, Math.Min(tiles, 1), 1, Math.Max(1, tiles), _job.Order.Count, [], 0, null, null);
}
