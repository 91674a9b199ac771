using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>Trains a CLIP on drawn pictures and their captions.</summary>
internal sealed class ClipTrainer : IDisposable
{
    private readonly ClipTrainingOptions _options;
    private readonly TrainingOptions _common;
    private readonly RenderedSet _set;
    private readonly RenderedSet? _reconstructions;
    private readonly RenderedSet? _spoiled;
    private readonly ClipTokenizer _tokenizer;
    private readonly Device _device;
    private readonly LabelHeads _heads;
    private readonly NamedAdamW _optimiser;
    private readonly TrainingState _state = new();

    public ClipTrainer(ClipTrainingOptions options, RenderedSet set)
    {
        (_options, _common, _set) = (options, options.Common, set);
        _device = device(_common.Device);
        _tokenizer = ClipTokenizer.FromMerges(options.Tokenizer);
        if (_tokenizer.VocabSize != options.Network.VocabSize)
            throw new ArgumentException($"The tokenizer has {_tokenizer.VocabSize} tokens, but the network was configured for {options.Network.VocabSize}.", nameof(options));
        _reconstructions = options.Reconstructions is { } path ? RenderedSet.Open(path) : null;
        _spoiled = options.Spoiled is { } other ? RenderedSet.Open(other) : null;
        manual_seed((long)_common.Seed);
        Network = new ClipModel(options.Network);
        Network.to(_device);
        Network.train();
        _heads = new LabelHeads(options.Network.EmbedDim);
        _heads.to(_device);
        _optimiser = new NamedAdamW(
            Network.named_parameters().Concat(_heads.named_parameters().Select(parameter => ($"heads.{parameter.name}", parameter.parameter))),
            _common.WeightDecay, 0.9, 0.98);
        _state.Add("clip", Network);
        _state.Add("heads", _heads);
        _state.Add("optimiser", _optimiser);
        _state.Restore(_common.State);
    }

    public ClipModel Network { get; }

    public ClipTokenizer Tokenizer => _tokenizer;

    public long Step => _state.Step;

    public void Run(ProgressLog log, ClipValidation? validation, CancellationToken cancellationToken)
    {
        var clock = new TrainingClock(_common, _state.EarlierMinutes);
        while (!clock.IsOver(Step) && !cancellationToken.IsCancellationRequested)
        {
            TrainStep(clock, log);
            _state.Step++;
            if (Step % _common.LogEvery == 0)
                log.Write("clip", Step, clock.Minutes);
            if (Step % _common.SaveEvery == 0)
                SaveAndValidate(clock, log, validation);
        }

        SaveAndValidate(clock, log, cancellationToken.IsCancellationRequested ? null : validation);
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _heads.Dispose();
        Network.Dispose();
        _reconstructions?.Dispose();
        _spoiled?.Dispose();
    }

    internal double TrainStep(TrainingClock clock, ProgressLog log)
    {
        using var scope = NewDisposeScope();
        var random = ToyRandom.For(_common.Seed + 1, (ulong)Step);
        var batch = Draw();
        var captions = CaptionBatch.Write(batch.Pictures, _tokenizer, _options.Network.ContextLength, random, _device);
        var seen = ClipAugmentation.Apply(WithSpoiled(batch).Unit(), random);                              // [N+M,3,64,64]

        var embedded = Network.encode_image(ClipPictures.Normalise(seen, Network));                        // [N+M,D]
        var pictures = embedded.narrow(0, 0, _common.Batch);                                               // [N,D]
        var spoiled = embedded.shape[0] == _common.Batch ? null : ClipPictures.Unit(embedded.narrow(0, _common.Batch, embedded.shape[0] - _common.Batch));
        var texts = Network.encode_text(captions.Tokens);                                                  // [N,D]
        var contrast = ContrastiveLoss.Of(ClipPictures.Unit(pictures), ClipPictures.Unit(texts), Network.logit_scale, captions.OtherTruths, spoiled);
        var labels = _heads.Loss(pictures, batch.Pictures);
        var loss = contrast + (labels * _options.LabelWeight);

        _optimiser.ZeroGrad();
        loss.backward();
        var rate = clock.LearningRate(Step);
        _optimiser.Step(rate, 1);
        // As OpenAI did: never scale logits by more than 100.
        using (no_grad())
            Network.logit_scale.clamp_(0, Math.Log(100));

        var value = loss.item<float>();
        log.Count(_common.Batch);
        log.Add("loss", value);
        log.Add("contrast", contrast.item<float>());
        log.Add("labels", labels.item<float>());
        log.Add("scale", Math.Exp(Network.logit_scale.item<float>()));
        log.Add("lr", rate);
        return value;
    }

    private PictureBatch Draw()
    {
        if (_reconstructions is null)
            return PictureBatch.Draw(_set, _common.Batch, _common.Seed, Step, _device);
        var blurred = (int)Math.Round(_common.Batch * _options.ReconstructionShare);
        var first = PictureBatch.Draw(_set, _common.Batch - blurred, _common.Seed, Step, _device);
        var second = PictureBatch.Draw(_reconstructions, blurred, _common.Seed + 2, Step, _device);
        return new PictureBatch(cat([first.Pixels, second.Pixels], 0), [.. first.Pictures, .. second.Pictures]);
    }

    private PictureBatch WithSpoiled(PictureBatch batch)
    {
        if (_spoiled is null)
            return batch;
        var spoiled = PictureBatch.Draw(_spoiled, (int)Math.Round(_common.Batch * _options.SpoiledShare), _common.Seed + 3, Step, _device);
        return new PictureBatch(cat([batch.Pixels, spoiled.Pixels], 0), batch.Pictures);
    }

    private void SaveAndValidate(TrainingClock clock, ProgressLog log, ClipValidation? validation)
    {
        _state.Save(_common, clock.Minutes);
        if (validation is not null)
            log.Line($"clip  step {Step}  {validation.Measure(Network)}");
    }
}
