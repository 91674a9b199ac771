using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Training.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Prior;
using VqganBot.Training.Reports;
using VqganBot.Training.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Packs;

/// <summary>
/// CLIP-GEN from a folder of plain pictures, one training after the other: VQGAN, a CLIP if none is given, the prior, and
/// the pack of all three. Stopped and started again it goes on where it was, because each part has a state of its own.
/// </summary>
internal sealed class OwnPackTraining(OwnPackOptions options, TextWriter output)
{
    // What a trial on the drawn world needed of each, in proportion.
    private const double VqganShare = 0.4;
    private const double ClipShare = 0.25;
    private const double PriorShare = 0.35;
    private const int ValidationPictures = 256;
    private const int MostMerges = 4000;

    private string VqganState => In("vqgan.st");

    private string ClipWeights => options.Clip?.Weights ?? In("clip.st");

    private string Merges => options.Clip?.Tokenizer ?? In("merges.txt");

    /// <returns>Whether the pack is made; it is not where somebody stopped it.</returns>
    public bool Run(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Work);
        using var pictures = OwnPictures.Open(options.Pictures, options.Vqgan.Resolution, options.Mirror, In("prepared.pictures"), output, cancellationToken);
        // Before hours are spent on the first network, it is known whether the second can be had.
        var captioned = options.Clip is null ? Captioned(pictures) : null;
        TrainVqgan(pictures, cancellationToken);
        if (captioned is not null && !cancellationToken.IsCancellationRequested)
            TrainClip(pictures, captioned, cancellationToken);
        if (!cancellationToken.IsCancellationRequested)
            TrainPrior(pictures, cancellationToken);
        if (cancellationToken.IsCancellationRequested)
            return false;
        Build();
        return true;
    }

    private static FolderPictures Captioned(OwnPictures pictures)
    {
        var captioned = pictures.Training.WithCaptions();
        return captioned.Count > 0
            ? captioned
            : throw new InvalidDataException("None of the pictures has a caption, so no CLIP can be trained from them: give one that is trained already (--clip with its weights, --tokenizer with its merges), or write captions into a .txt beside each picture.");
    }

    private void TrainVqgan(OwnPictures pictures, CancellationToken cancellationToken)
    {
        var vqgan = new VqganTrainingOptions { Common = Common(VqganState, VqganShare, 20, 1.5e-3), Network = options.Vqgan };
        using var trainer = new VqganTrainer(vqgan, pictures.Training);
        trainer.Run(Log("vqgan", trainer.Step), new VqganValidation(pictures.HeldBack, ValidationPictures, device(options.Device)), cancellationToken);
    }

    private void TrainClip(OwnPictures pictures, FolderPictures captioned, CancellationToken cancellationToken)
    {
        // Another tokenizer would give the numbers of the words another meaning: it is made once.
        if (!File.Exists(Merges))
            BpeTrainer.Write(Merges, BpeTrainer.Learn(Enumerable.Range(0, captioned.Count).SelectMany(captioned.Captions), MostMerges));
        var words = ClipTokenizer.FromMerges(Merges);
        var side = options.Vqgan.Resolution;
        var sizes = PackNetworks.Clip(words.VocabSize, PackNetworks.ClipWidth);
        var clip = new ClipTrainingOptions
        {
            Common = Common(ClipWeights, ClipShare, 128, 1.2e-3),
            Network = sizes with { Vision = (ModifiedResNetConfig)sizes.Vision with { InputResolution = side } },
            Tokenizer = Merges,
        };
        using var trainer = new ClipTrainer(clip, new FolderLessons(clip, captioned));
        var heldBack = pictures.HeldBack.WithCaptions();
        trainer.Run(Log("clip", trainer.Step), heldBack.Count == 0 ? null : new CaptionValidation(heldBack, words, device(options.Device)), cancellationToken);
    }

    private void TrainPrior(OwnPictures pictures, CancellationToken cancellationToken)
    {
        var prior = new PriorTrainingOptions { Common = Common(In("prior.st"), PriorShare, 64, 1e-3), Vqgan = VqganState, Clip = ClipWeights };
        using var trainer = new PriorTrainer(prior, pictures.Training, cancellationToken: cancellationToken);
        using var validation = trainer.Validation(pictures.HeldBack, cancellationToken);
        trainer.Run(Log("prior", trainer.Step), validation, cancellationToken);
    }

    private void Build()
    {
        var sources = new PackSources(VqganState, ClipWeights, Merges) { Prior = In("prior.st") };
        var texts = PackTexts.For(sources);
        var manifest = PackDefaults.Manifest(options.Name, sources, texts);
        PackBuilder.Build(options.Output, sources, manifest);
        PackCard.Write(options.Output, manifest, sources, null);
    }

    private TrainingOptions Common(string state, double share, int batch, double rate) => new()
    {
        State = state,
        Steps = options.Steps,
        Minutes = options.Minutes * (options.Clip is null ? share : share / (1 - ClipShare)),
        Batch = options.Batch ?? batch,
        LearningRate = rate,
        Device = options.Device,
        Precision = options.Precision,
    };

    private ProgressLog Log(string name, long step) => new(output, TimeProvider.System, new TrainingReport(In(name), name, step));

    private string In(string name) => Path.Combine(options.Work, name);
}
