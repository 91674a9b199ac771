using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Drafts;

/// <summary>What a sheet of drafts may be asked for, checked before anything is allocated.</summary>
internal static class DraftRules
{
    private const int MostImagePrompts = 16;
    private const int MostDrafts = 1_000_000;

    public static void Check(DraftRequest request)
    {
        Range("drafts", request.Candidates, 1, DraftRequest.MostCandidates);
        Range("number of the first draft", request.First, 0, MostDrafts);
        if (request.Keep < 1 || request.Keep > request.Candidates)
            throw new PaintingRequestException($"Of {request.Candidates} drafts between 1 and {request.Candidates} can be kept, not {request.Keep}.");
        Range("image prompts", request.ImagePrompts.Count, 0, MostImagePrompts);
        foreach (ImagePrompt prompt in request.ImagePrompts)
            Range("weight of an image prompt", prompt.Weight, -PromptNumber.GreatestWeight, PromptNumber.GreatestWeight);
        Check(request.Sampling);
    }

    public static void Check(SamplingSettings sampling)
    {
        Range("temperature of the drafts", sampling.Temperature, 0.01, 100);
        Range("number of likeliest codes", sampling.TopK, 0, int.MaxValue);
        Range("share of likeliest codes", sampling.TopP, 0, 1);
        Range("guidance of the drafts", sampling.Guidance, 0, 100);
    }

    /// <summary>The grid of codes of the size that is asked for, or a sentence on why this pack cannot draft it.</summary>
    public static CodeGrid Grid(DraftRequest request, ModelPack pack)
    {
        (int rows, int columns) = DraftSource.Window(pack);
        if (DraftSource.WhyNot(pack, request.Sampling) is { } reason)
            throw new PaintingRequestException($"There is nothing to draft with: {reason}.");
        int factor = pack.Vqgan.Config.DownsampleFactor;
        (int width, int height) = request.Size ?? (columns * factor, rows * factor);
        Canvas canvas = Canvas.Fit(width, height, factor);
        return canvas.Rows >= rows && canvas.Columns >= columns
            ? new CodeGrid(canvas.Rows, canvas.Columns, rows, columns)
            : throw new PaintingRequestException(
                $"A draft of {width}x{height} was asked for; this model's prior draws {columns * factor}x{rows * factor} and larger.");
    }

    // A comparison with NaN is false, so NaN is out of every range.
    private static void Range(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw new PaintingRequestException(FormattableString.Invariant($"The {name} must lie between {least} and {most}, not at {value}."));
    }
}
