using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>Trains a VQGAN: reconstruct the picture from its codes, keep latents and codes together, later fool a discriminator.</summary>
internal sealed class VqganTrainer : IDisposable
{
    private const int RevivalEvery = 20;
    private const int InitialBatches = 8;

    private readonly VqganTrainingOptions _options;
    private readonly TrainingOptions _common;
    private readonly RenderedSet _set;
    private readonly RenderedSet? _parts;
    private readonly Device _device;
    private readonly NamedAdamW _optimiser;
    private readonly CodebookAverages _averages;
    private readonly AdversarialGame? _game;
    private readonly PerceptualDistance? _perceptual;
    private readonly Parameter _lastLayer;
    private readonly TrainingState _state = new();

    public VqganTrainer(VqganTrainingOptions options, RenderedSet set)
    {
        (_options, _common, _set) = (options, options.Common, set);
        _device = device(_common.Device);
        manual_seed((long)_common.Seed);
        Network = new VqganModel(options.Network);
        Network.to(_device);
        Network.train();
        var parameters = Network.named_parameters().ToArray();
        _lastLayer = parameters.Single(parameter => parameter.name == "decoder.conv_out.weight").parameter;
        // Codes that follow averages take no gradient, and would only be dragged along by old moments.
        _optimiser = new NamedAdamW(parameters.Where(parameter => options.Codebook != CodebookRule.Average || !parameter.name.StartsWith("quantize.", StringComparison.Ordinal)), _common.WeightDecay);
        _averages = new CodebookAverages(Network.codebook);
        _state.Add("vqgan", Network);
        _state.Add("optimiser", _optimiser);
        _state.Add("averages.counts", _averages.Counts);
        _state.Add("averages.sums", _averages.Sums);
        if (options.DiscriminatorStart < 1)
        {
            _game = new AdversarialGame(options.DiscriminatorWidth, options.DiscriminatorWeight, _device);
            _state.Add("discriminator", _game.Discriminator);
            _state.Add("discriminatorOptimiser", _game.Optimiser);
        }

        _perceptual = options.PerceptualClip is { } clip ? new PerceptualDistance(clip, _device) : null;
        _parts = options.Parts is { } parts ? RenderedSet.Open(parts) : null;
        if (_state.Restore(_common.State))
            return;
        if (options.From is { } from)
            WarmStart(from);
        InitialiseCodebook();
    }

    public VqganModel Network { get; }

    public long Step => _state.Step;

    /// <summary>Trains until the steps or minutes are over; returns the last averaged figures.</summary>
    public void Run(ProgressLog log, VqganValidation? validation, CancellationToken cancellationToken)
    {
        var clock = new TrainingClock(_common, _state.EarlierMinutes);
        while (!clock.IsOver(Step) && !cancellationToken.IsCancellationRequested)
        {
            TrainStep(clock, log);
            _state.Step++;
            if (Step % _common.LogEvery == 0)
                log.Write("vqgan", Step, clock.Minutes);
            if (Step % _common.SaveEvery == 0)
                SaveAndValidate(clock, log, validation);
        }

        SaveAndValidate(clock, log, cancellationToken.IsCancellationRequested ? null : validation);
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _averages.Dispose();
        _game?.Dispose();
        _perceptual?.Dispose();
        _parts?.Dispose();
        Network.Dispose();
    }

    internal double TrainStep(TrainingClock clock, ProgressLog log)
    {
        using var scope = NewDisposeScope();
        var random = ToyRandom.For(_common.Seed, (ulong)Step);
        var picture = Draw().Signed();  // [N,3,64,64]
        var rate = clock.LearningRate(Step);

        var latent = Network.encode(picture);                                                            // [N,C,h,w]
        var (quantized, codes) = Network.quantize(latent);
        var commitment = CodebookLoss(latent, quantized);
        // Straight through: the decoder sees the code, the encoder gets the decoder's gradient.
        var reconstruction = Network.decode(VqganModel.straight_through(latent, quantized));
        var difference = ReconstructionLoss.Of(reconstruction, picture, _options);
        if (_perceptual is not null)
            difference = difference + (_perceptual.Of(reconstruction, picture) * _options.PerceptualWeight);
        var loss = difference + commitment;
        var playing = _game is not null && clock.Progress(Step) >= _options.DiscriminatorStart;
        if (playing)
            loss = loss + _game!.GeneratorLoss(reconstruction, difference, _lastLayer);

        _optimiser.ZeroGrad();
        loss.backward();
        _optimiser.Step(rate, 1);
        if (playing)
            log.Add("disc", _game!.Train(picture, reconstruction, rate));

        var used = _averages.Update(Flat(latent), codes.flatten(), _options.Codebook == CodebookRule.Average, Step % RevivalEvery == RevivalEvery - 1, random);
        var value = loss.item<float>();
        log.Count(_common.Batch);
        log.Add("loss", value);
        log.Add("rec", difference.item<float>());
        log.Add("codes", used);
        log.Add("lr", rate);
        return value;
    }

    private PictureBatch Draw()
    {
        if (_parts is null)
            return PictureBatch.Draw(_set, _common.Batch, _common.Seed, Step, _device);
        var many = (int)Math.Round(_common.Batch * _options.PartsShare);
        var whole = PictureBatch.Draw(_set, _common.Batch - many, _common.Seed, Step, _device);
        var parts = PictureBatch.Draw(_parts, many, _common.Seed + 2, Step, _device);
        return new PictureBatch(cat([whole.Pixels, parts.Pixels], 0), [.. whole.Pictures, .. parts.Pictures]);
    }

    /// <summary>Takes what fits: all but the codebook, whose size may differ.</summary>
    private void WarmStart(string path)
    {
        using var file = Checkpoint.Open(path);
        using var still = no_grad();
        foreach (var (name, tensor) in Network.state_dict())
        {
            if (!file.Tensors.TryGetValue($"vqgan.{name}", out var info))
                throw new InvalidDataException($"'{path}' is no state of a VQGAN training: it has no 'vqgan.{name}'.");
            if (!info.Shape.SequenceEqual(tensor.shape))
                continue;
            using var stored = file.Read($"vqgan.{name}");
            tensor.copy_(stored);
        }
    }

    private Tensor CodebookLoss(Tensor latent, Tensor quantized)
    {
        var toCode = (latent - quantized.detach()).pow(2).mean();
        if (_options.Codebook == CodebookRule.Average)
            return toCode * _options.Commitment;
        var toLatent = (quantized - latent.detach()).pow(2).mean();
        return _options.Codebook == CodebookRule.Gradient
            ? toLatent + (toCode * _options.Commitment)
            : toCode + (toLatent * _options.Commitment);
    }

    private void InitialiseCodebook()
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var latents = Enumerable.Range(0, InitialBatches)
            .Select(i => Flat(Network.encode(PictureBatch.Draw(_set, _common.Batch, _common.Seed, -1 - i, _device).Signed())))
            .ToArray();
        _averages.Initialise(cat(latents, 0), ToyRandom.For(_common.Seed, 77));
    }

    private void SaveAndValidate(TrainingClock clock, ProgressLog log, VqganValidation? validation)
    {
        _state.Save(_common, clock.Minutes);
        if (validation is not null)
            log.Line($"vqgan  step {Step}  {validation.Measure(Network)}");
    }

    private static Tensor Flat(Tensor latent) => latent.permute(0, 2, 3, 1).reshape(-1, latent.shape[1]); // [N·h·w,C]
}
