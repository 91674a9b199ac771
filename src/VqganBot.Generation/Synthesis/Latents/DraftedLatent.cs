using TorchSharp;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>A draft as the beginning of a painting: feed-forward first, then refined.</summary>
internal static class DraftedLatent
{
    /// <summary>The best draft of the request's prompts, or the one it names by its number.</summary>
    public static Tensor Create(PaintingTools tools, ModelPack pack, Action<DraftProgress>? drafting, CancellationToken cancellationToken)
    {
        PaintingRequest request = tools.Request;
        DraftRequest drafts = new()
        {
            Prompt = request.Prompt,
            ImagePrompts = request.ImagePrompts,
            Seed = request.Seed,
            First = request.DraftNumber ?? 0,
            Candidates = request.DraftNumber is null ? request.Settings.DraftCandidates : 1,
            Sampling = request.Settings.DraftSampling,
            Size = Size(Canvas.Fit(tools.Canvas.Width, tools.Canvas.Height, pack.Vqgan.Config.DownsampleFactor), DraftSource.Window(pack), request.Settings.DraftAtFullSize),
        };
        return Of(new Drafter(pack).Draft(drafts, drafting, cancellationToken)[0], tools, pack);
    }

    /// <summary>The codes themselves where they are painted with and fit the canvas; otherwise the picture, resized and encoded.</summary>
    public static Tensor Of(Draft draft, PaintingTools tools, ModelPack pack)
    {
        long known = pack.Vqgan.codebook.shape[0];
        if (draft.Codes.Count != draft.Rows * draft.Columns || draft.Codes.Any(code => code < 0 || code >= known))
            throw new PaintingRequestException($"This draft of {draft.Rows} rows and {draft.Columns} columns is not made of the {known} codes of the model '{pack.Manifest.Name}'.");
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor latent = tools.Drawer is VqganDrawer && (draft.Rows, draft.Columns) == (tools.Canvas.Rows, tools.Canvas.Columns)
            ? pack.Vqgan.lookup(tensor(draft.Codes.ToArray(), new long[] { 1, draft.Rows, draft.Columns }).to(pack.Device)) // [1, C, h, w]
            : InitialLatent.OfPicture(draft.Picture, tools);
        return latent.to(float32).detach().clone().MoveToOuterDisposeScope();
    }

    // About the shape of the canvas, with its shorter side the prior's: only there the prior has seen how a picture is composed.
    private static (int Width, int Height) Size(Canvas canvas, (int Rows, int Columns) prior, bool full)
    {
        double scale = Math.Min((double)canvas.Rows / prior.Rows, (double)canvas.Columns / prior.Columns);
        if (full && scale >= 1)
            scale = 1;
        int Cells(int cells, int least) => Math.Max(least, (int)Math.Round(cells / scale)) * canvas.Factor;
        return (Cells(canvas.Columns, prior.Columns), Cells(canvas.Rows, prior.Rows));
    }
}
