using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Jobs;

/// <summary>Drafts the pictures of one job, and leaves each as the state of a painting that has not begun, so that it can be refined.</summary>
internal sealed class JobDrafting(GenerationTask task, ModelPack pack, Painter painter, string modelSha256, JobFiles files)
{
    // After the device ran out of memory.
    private const int FewerBy = 4;

    private readonly Job _job = task.Job;

    public GenerationOutcome Run()
    {
        using var stopping = new CancellationTokenSource();
        try
        {
            var drafts = new Drafter(pack).Draft(Request(), (drawn, all) => Look(stopping, drawn, all), stopping.Token);
            for (var tile = 1; tile <= drafts.Count; tile++) Keep(drafts[tile - 1], tile);
            if (drafts.Count > 1) PictureSheet.Write(files.Grid(_job.Id), drafts.Select(draft => draft.Picture), _job.Order.Count);
            task.Report(Progress(drafts.Count));
            return new GenerationOutcome(StopRequest.None, drafts.Count, null, drafts.Average(draft => draft.Similarity), null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Seconds of work: it is begun anew after a restart.
            return new GenerationOutcome(task.Stop(), 0, null, null, null);
        }
    }

    private DraftRequest Request() => new()
    {
        Prompt = PromptComposer.Compose(_job.Order),
        Seed = _job.Order.Seed,
        Candidates = _job.Reductions == 0 ? _job.Order.Candidates : Math.Max(_job.Order.Count, _job.Order.Candidates / FewerBy),
        Keep = _job.Order.Count,
        Size = (_job.Order.Width, _job.Order.Height),
    };

    private void Keep(Draft draft, int tile)
    {
        using var painting = painter.FromDraft(draft, OrderRequest.Of(_job, tile, pack.Manifest, startImage: null, imagePrompts: []) with { Steps = _job.Order.RefineSteps });
        painting.Save(files.State(_job.Id, tile));
        PictureWriter.Write(files.Picture(_job.Id, tile), painting, modelSha256);
    }

    private void Look(CancellationTokenSource stopping, int drawn, int all)
    {
        // Half a sheet of drafts is none, so there is nothing to keep of it yet.
        if (task.Stop() is not (StopRequest.None or StopRequest.Keep)) stopping.Cancel();
        else task.Report(Progress(drawn * _job.Order.Count / (all + 1)));
    }

    private JobProgress Progress(int tiles) => new(_job.Id, Math.Min(tiles, 1), 1, Math.Max(1, tiles), _job.Order.Count, [], 0, null, null);
}
