using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Transformer;
using VqganBot.Training.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Network = VqganBot.Generation.Transformer.Prior;

namespace VqganBot.Training.Prior;

/// <summary>Trains a prior as CLIP-GEN does: to write a picture's codes from the picture's own embedding, without a caption.</summary>
internal sealed class PriorTrainer : IDisposable
{
    private readonly PriorTrainingOptions _options;
    private readonly TrainingOptions _common;
    private readonly ICaptions? _captions;
    private readonly CodedPictures _coded;
    private readonly ClipModel _clip;
    private readonly ClipTokenizer? _tokenizer;
    private readonly EmbeddingReconstruction? _reconstruction;
    private readonly Generation.Vqgan.VqganModel _vqgan;
    private readonly Device _device;
    private readonly MixedPrecision _precision;
    private readonly NamedAdamW _optimiser;
    private readonly TrainingState _state = new();

    /// <param name="options">What is trained.</param>
    /// <param name="source">The pictures.</param>
    /// <param name="captions">What they show; only needed to learn from captions as well.</param>
    /// <param name="coding">Told how many pictures were turned into codes.</param>
    /// <param name="cancellationToken">Ends that.</param>
    public PriorTrainer(PriorTrainingOptions options, IPictureSource source, ICaptions? captions = null, Action<int>? coding = null, CancellationToken cancellationToken = default)
    {
        (_options, _common, _captions) = (options, options.Common, captions);
        _device = device(_common.Device);
        _precision = new MixedPrecision(_device, _common.Precision);
        _vqgan = TrainedNetworks.Vqgan(options.Vqgan).to(_device);
        _clip = TrainedNetworks.Clip(options.Clip).to(_device);
        if (options.CaptionShare > 0 && captions is null)
            throw new ArgumentException("To learn from captions as well, pictures that have some are needed.", nameof(captions));
        if (options.CaptionShare > 0)
            _tokenizer = ClipTokenizer.FromMerges(options.Tokenizer ?? throw new ArgumentException("To learn from captions as well, the tokenizer of the CLIP is needed.", nameof(options)));
        _coded = CodedPictures.Of(source, _vqgan, _clip, _device, coding, cancellationToken);
        _reconstruction = options.EmbeddingWeight > 0 ? new EmbeddingReconstruction(_vqgan, _clip) : null;
        var side = (int)Math.Sqrt(_coded.Codes.shape[1]);
        manual_seed((long)_common.Seed);
        Trained = new Network(new PriorConfig(
            (int)_vqgan.codebook.shape[0], side, side, (int)_clip.Config.EmbedDim, options.Layers, options.Heads, options.Width));
        Trained.to(_device);
        Trained.train();
        _optimiser = new NamedAdamW(Trained.named_parameters(), _common.WeightDecay, 0.9, 0.95);
        _state.Add("prior", Trained);
        _state.Add("optimiser", _optimiser);
        _state.Add(_precision);
        _state.Note("data", source.Description);
        _state.Note("heads", $"{options.Heads}");
        _state.Restore(_common.State);
    }

    public Network Trained { get; }

    public long Step => _state.Step;

    /// <summary>Codes pictures that are held back, for <see cref="Run"/>.</summary>
    public PriorValidation Validation(IPictureSource heldBack, CancellationToken cancellationToken) =>
        new(CodedPictures.Of(heldBack, _vqgan, _clip, _device, null, cancellationToken), _vqgan, _device);

    public void Run(ProgressLog log, PriorValidation? validation, CancellationToken cancellationToken) =>
        TrainingLoop.Run("prior", _common, _state, log, clock => TrainStep(clock, log), interrupted =>
        {
            if (validation is not null && !interrupted)
                log.Validated("prior", Step, validation.Measure(Trained), () => validation.Sheet(Trained));
        }, cancellationToken);

    public void Dispose()
    {
        _optimiser.Dispose();
        Trained.Dispose();
        _coded.Dispose();
        _vqgan.Dispose();
        _clip.Dispose();
    }

    internal double TrainStep(TrainingClock clock, ProgressLog log)
    {
        using var scope = NewDisposeScope();
        var random = ToyRandom.For(_common.Seed + 4, (ulong)Step);
        var rows = Enumerable.Range(0, _common.Batch).Select(_ => (long)random.Below((int)_coded.Codes.shape[0])).ToArray();
        var chosen = tensor(rows, [rows.Length]);
        var codes = _coded.Codes.index_select(0, chosen).to(_device);                                     // [B,T]
        var wanted = Conditions(rows, chosen, random);                                                    // [B,D]
        var logits = Predict(Noisy(wanted, random), codes, random);                                       // [B,T,K]
        var entropy = functional.cross_entropy(logits.flatten(0, 1), codes.flatten());
        var loss = entropy;
        if (_reconstruction is not null)
        {
            var some = Math.Min(_options.EmbeddingPictures, _common.Batch);
            var embedding = _reconstruction.Loss(logits.narrow(0, 0, some), wanted.narrow(0, 0, some), Trained.Config.Rows, Trained.Config.Columns);
            log.Add("embedding", embedding.item<float>());
            loss = loss + (embedding * _options.EmbeddingWeight);
        }

        _optimiser.ZeroGrad();
        _precision.Backward(loss);
        var rate = clock.LearningRate(Step);
        if (!_optimiser.Step(rate, 1, _precision))
            log.Add("skipped", 1);
        _precision.EndStep();
        var value = entropy.item<float>();
        log.Count(_common.Batch);
        log.Add("entropy", value);
        log.Add("lr", rate);
        return value;
    }

    private Tensor Predict(Tensor conditions, Tensor codes, ToyRandom random)
    {
        using var narrow = _precision.Forward();
        return Trained.call(Dropped(Trained.Condition(conditions), random), codes).to(ScalarType.Float32); // [B,T,K]
    }

    /// <summary>The pictures' own embeddings, or of the first ones their captions', of unit length.</summary>
    private Tensor Conditions(long[] rows, Tensor chosen, ToyRandom random)
    {
        var pictures = _coded.Embeddings.index_select(0, chosen).to(_device);                             // [B,D]
        var told = _tokenizer is null ? 0 : (int)Math.Round(_common.Batch * _options.CaptionShare);
        if (told == 0)
            return pictures;
        using var still = no_grad();
        var captions = _captions!.Write([.. rows.Take(told).Select(row => (int)row)], _tokenizer!, (int)_clip.Config.ContextLength, random, _device);
        var texts = ClipPictures.Unit(_clip.encode_text(captions.Tokens));                                // [told,D]
        return told == _common.Batch ? texts : cat([texts, pictures.narrow(0, told, _common.Batch - told)], 0);
    }

    private Tensor Noisy(Tensor embeddings, ToyRandom random)
    {
        if (_options.ConditionNoise == 0)
            return embeddings;
        using var generator = new Generator(random.NextBits(), CPU);
        var noise = randn(embeddings.shape, ScalarType.Float32, CPU, false, generator).to(_device);
        // Each entry's share of a vector of the asked length.
        return ClipPictures.Unit(embeddings + (noise * (_options.ConditionNoise / Math.Sqrt(embeddings.shape[1]))));
    }

    private Tensor Dropped(Tensor conditions, ToyRandom random)
    {
        var kept = Enumerable.Range(0, _common.Batch).Select(_ => random.Chance(_options.ConditionDropout) ? 0f : 1f).ToArray();
        var column = tensor(kept, [kept.Length, 1]).to(_device);                                          // [B,1]
        return (conditions * column) + (Trained.Unconditional(kept.Length) * (1 - column));               // [B,W]
    }
}
