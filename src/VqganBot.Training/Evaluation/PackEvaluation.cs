using VqganBot.Generation.Packs;
using VqganBot.Training.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Judge;
using VqganBot.Training.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Evaluation;

/// <summary>Measures a pack's own files, and the judge, on renders.</summary>
internal sealed class PackEvaluation(ModelPack pack, JudgeNetwork judge)
{
    public const ulong UnseenSeed = 900_000_000;
    private const int Unseen = 500;
    private const ulong NewSeed = 8_000_000;
    private const ulong HeldOutSeed = 9_000_000;

    /// <param name="count">New renders, and as many of held-out combinations, for CLIP and the judge.</param>
    /// <param name="unseen">Renders that training never saw, for the VQGAN; null: some are rendered.</param>
    /// <param name="cancellationToken">Breaks off the rendering.</param>
    public PackFigures Measure(int count, RenderedSet? unseen, CancellationToken cancellationToken)
    {
        var (known, withheld) = (HeldOutPictures.Known(count, NewSeed), HeldOutPictures.Withheld(count, HeldOutSeed));
        var reader = new JudgeReader(judge, CPU);
        var clip = pack.Clips[0];
        var figures = new PackFigures(
            count,
            JudgeTrial.Rendered(known).Measure(reader),
            JudgeTrial.Rendered(withheld).Measure(reader),
            new ClipValidation(known, pack.Tokenizer, pack.Device).Measure(clip),
            new ClipValidation(withheld, pack.Tokenizer, pack.Device).Measure(clip),
            Math.Min(Unseen, unseen?.Count ?? Unseen),
            unseen is null ? VqganOnFresh(cancellationToken) : Vqgan(unseen));
        // Validation leaves networks as a trainer wants them.
        clip.eval();
        pack.Vqgan.eval();
        return figures;
    }

    private VqganFigures VqganOnFresh(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("vqganbot-evaluate-");
        try
        {
            var path = Path.Combine(folder.FullName, "unseen.set");
            RenderedSetWriter.Write(path, Unseen, UnseenSeed, null, cancellationToken);
            using var set = RenderedSet.Open(path);
            return Vqgan(set);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private VqganFigures Vqgan(RenderedSet set) => new VqganValidation(set, Unseen, pack.Device).Measure(pack.Vqgan);
}
