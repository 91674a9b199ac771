using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>Trains a CLIP on pictures and their captions.</summary>
internal sealed class ClipTrainer : IDisposable
{
    private readonly ClipTrainingOptions _options;
    private readonly TrainingOptions _common;
    private readonly IClipLessons _lessons;
    private readonly Device _device;
    private readonly MixedPrecision _precision;
    private readonly LabelHeads? _heads;
    private readonly NamedAdamW _optimiser;
    private readonly TrainingState _state = new();

    /// <summary>The trainer becomes the lessons' owner.</summary>
    public ClipTrainer(ClipTrainingOptions options, IClipLessons lessons)
    {
        (_options, _common, _lessons) = (options, options.Common, lessons);
        if (lessons.Tokenizer.VocabSize != options.Network.VocabSize)
            throw new ArgumentException($"The tokenizer has {lessons.Tokenizer.VocabSize} tokens, but the network was configured for {options.Network.VocabSize}.", nameof(options));
        if (lessons.Side != options.Network.InputResolution)
            throw new ArgumentException($"The pictures have {lessons.Side} pixels a side, but the network was configured for {options.Network.InputResolution}.", nameof(options));
        _device = device(_common.Device);
        _precision = new MixedPrecision(_device, _common.Precision);
        manual_seed((long)_common.Seed);
        Network = new ClipModel(options.Network);
        Network.to(_device);
        Network.train();
        var parameters = Network.named_parameters();
        if (lessons.HasLabels)
        {
            _heads = new LabelHeads(options.Network.EmbedDim);
            _heads.to(_device);
            parameters = parameters.Concat(_heads.named_parameters().Select(parameter => ($"heads.{parameter.name}", parameter.parameter)));
        }

        _optimiser = new NamedAdamW(parameters, _common.WeightDecay, 0.9, 0.98);
        _state.Add("clip", Network);
        if (_heads is not null)
            _state.Add("heads", _heads);
        _state.Add("optimiser", _optimiser);
        _state.Add(_precision);
        _state.Note("data", lessons.Description);
        foreach (var (name, fact) in options.Network.ToMetadata())
            _state.Note(name, fact);
        _state.Restore(_common.State);
    }

    public ClipModel Network { get; }

    public ClipTokenizer Tokenizer => _lessons.Tokenizer;

    public long Step => _state.Step;

    public void Run(ProgressLog log, IClipValidation? validation, CancellationToken cancellationToken) =>
        TrainingLoop.Run("clip", _common, _state, log, clock => TrainStep(clock, log), interrupted =>
        {
            if (validation is not null && !interrupted)
                log.Validated("clip", Step, validation.Measure(Network));
        }, cancellationToken);

    public void Dispose()
    {
        _optimiser.Dispose();
        _heads?.Dispose();
        _lessons.Dispose();
        Network.Dispose();
    }

    internal double TrainStep(TrainingClock clock, ProgressLog log)
    {
        using var scope = NewDisposeScope();
        var random = ToyRandom.For(_common.Seed + 1, (ulong)Step);
        var lesson = _lessons.Draw(Step, random);
        var seen = ClipAugmentation.Apply(lesson.Pictures, random, _lessons.Mirrors);                      // [N+M,3,S,S]

        var (embedded, texts) = Embed(seen, lesson.Captions.Tokens);                                       // [N+M,D], [N,D]
        var pictures = embedded.narrow(0, 0, _common.Batch);                                               // [N,D]
        var spoiled = embedded.shape[0] == _common.Batch ? null : ClipPictures.Unit(embedded.narrow(0, _common.Batch, embedded.shape[0] - _common.Batch));
        var contrast = ContrastiveLoss.Of(ClipPictures.Unit(pictures), ClipPictures.Unit(texts), Network.logit_scale, lesson.Captions.OtherTruths, spoiled);
        var labels = _heads?.Loss(pictures, lesson.Labels);
        var loss = labels is null ? contrast : contrast + (labels * _options.LabelWeight);

        _optimiser.ZeroGrad();
        _precision.Backward(loss);
        var rate = clock.LearningRate(Step);
        if (!_optimiser.Step(rate, 1, _precision))
            log.Add("skipped", 1);
        _precision.EndStep();
        // As OpenAI did: never scale logits by more than 100.
        using (no_grad())
            Network.logit_scale.clamp_(0, Math.Log(100));

        var value = loss.item<float>();
        log.Count(_common.Batch);
        log.Add("loss", value);
        log.Add("contrast", contrast.item<float>());
        if (labels is not null)
            log.Add("labels", labels.item<float>());
        log.Add("scale", Math.Exp(Network.logit_scale.item<float>()));
        log.Add("lr", rate);
        return value;
    }

    private (Tensor Pictures, Tensor Texts) Embed(Tensor seen, Tensor tokens)
    {
        using var narrow = _precision.Forward();
        return (Network.encode_image(ClipPictures.Normalise(seen, Network)).to(ScalarType.Float32), Network.encode_text(tokens).to(ScalarType.Float32));
    }
}
