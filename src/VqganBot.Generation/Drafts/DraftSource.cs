using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Drafts;

/// <summary>What a pack drafts with: a transformer, and what stands before the codes.</summary>
/// <param name="Condition">[1, W] embedded, or [1, P] as codes.</param>
/// <param name="Neutral">The same when nothing is asked for; null where the transformer has not learnt it.</param>
/// <param name="Bytes">What its cache takes for one draft.</param>
internal sealed record DraftSource(ICodePredictor Predictor, Tensor Condition, Tensor? Neutral, long Bytes)
{
    public static DraftSource Of(ModelPack pack, SamplingSettings sampling, DraftPrompt prompt)
    {
        if (pack.Prior is { } prior)
        {
            PriorConfig config = prior.Config;
            return new DraftSource(prior, prior.Condition(prompt.Embedding()), config.Guidable ? prior.Unconditional(1) : null, CacheBytes(config.Layers, config.BlockSize, config.Width));
        }

        GptConfig gpt = pack.Transformer!.Gpt.Config;
        return new DraftSource(pack.Transformer.Gpt, pack.Transformer.Condition(sampling.Class, pack.Device), null, CacheBytes(gpt.Layers, gpt.BlockSize, gpt.Width));
    }

    /// <summary>Rows and columns of the grid that a pack's transformer was trained on, or a sentence on why there is nothing to draft with.</summary>
    public static (int Rows, int Columns) Window(ModelPack pack) => pack switch
    {
        { Prior.Config: { } prior } => (prior.Rows, prior.Columns),
        { Transformer: { } transformer } => (transformer.Rows, transformer.Columns),
        _ => throw new PaintingRequestException($"The model '{pack.Manifest.Name}' has no prior, so it cannot draft; it can only paint."),
    };

    /// <summary>Whether the class that is asked for, or none, is one the pack can draft.</summary>
    public static string? WhyNot(ModelPack pack, SamplingSettings sampling) => (pack.Transformer?.Classes ?? 0, sampling.Class) switch
    {
        (0, null) => null,
        (0, _) => $"the model '{pack.Manifest.Name}' knows no classes",
        (var classes, null) => $"the model '{pack.Manifest.Name}' draws one of {classes} classes, and none is named",
        (var classes, { } chosen) when chosen < 0 || chosen >= classes => $"the model '{pack.Manifest.Name}' has the classes 0 to {classes - 1}, not {chosen}",
        _ => null,
    };

    private static long CacheBytes(long layers, long places, long width) => 2 * layers * places * width * sizeof(float);
}
