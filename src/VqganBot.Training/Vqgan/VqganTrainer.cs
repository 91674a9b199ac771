using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using VqganBot.Training.Vqgan.Adversarial;
using VqganBot.Training.Vqgan.Codes;
using VqganBot.Training.Vqgan.Perception;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>Trains a VQGAN: reconstruct the picture from its codes, keep latents and codes together, later fool a discriminator.</summary>
internal sealed class VqganTrainer : IDisposable
{
    private const int InitialBatches = 8;

    private readonly VqganTrainingOptions _options;
    private readonly TrainingOptions _common;
    private readonly IPictureSource _source;
    private readonly RenderedSet? _parts;
    private readonly Device _device;
    private readonly MixedPrecision _precision;
    private readonly NamedAdamW _optimiser;
    private readonly ICodeTraining _codes;
    private readonly AdversarialGame? _game;
    private readonly IPerceptualDistance? _perceptual;
    private readonly Parameter _lastLayer;
    private readonly TrainingState _state = new();

    public VqganTrainer(VqganTrainingOptions options, IPictureSource source)
    {
        (_options, _common, _source) = (options, options.Common, source);
        if (source.Side % options.Network.DownsampleFactor != 0)
            throw new ArgumentException($"Pictures of {source.Side} pixels cannot be cut into codes of {options.Network.DownsampleFactor}; give a multiple of that as the resolution.", nameof(source));
        _device = device(_common.Device);
        _precision = new MixedPrecision(_device, _common.Precision);
        manual_seed((long)_common.Seed);
        Network = new VqganModel(options.Network);
        Network.to(_device);
        Network.train();
        _codes = options.Network.Target.EndsWith("GumbelVQ", StringComparison.Ordinal)
            ? new GumbelCodes(Network, options)
            : new NearestCodes(Network, options.Codebook, options.Commitment);
        var parameters = Network.named_parameters().ToArray();
        _lastLayer = parameters.Single(parameter => parameter.name == "decoder.conv_out.weight").parameter;
        _optimiser = new NamedAdamW(parameters.Where(parameter => _codes.Learns(parameter.name)), _common.WeightDecay);
        _state.Add("vqgan", Network);
        _state.Add("optimiser", _optimiser);
        _codes.AddTo(_state);
        if (options.DiscriminatorStart is not null)
        {
            _game = new AdversarialGame(options, _precision, _device);
            _state.Add("discriminator", _game.Discriminator);
            _state.Add("discriminatorOptimiser", _game.Optimiser);
        }

        _state.Add(_precision);
        _state.Note("data", source.Description);
        _state.Note("resolution", $"{options.Network.Resolution}");
        _perceptual = Perceptual();
        _parts = options.Parts is { } parts ? RenderedSet.Open(parts) : null;
        if (_state.Restore(_common.State))
            return;
        if (options.From is { } from)
            WarmStart.From(from, Network);
        _codes.Begin(InitialLatents, ToyRandom.For(_common.Seed, 77));
    }

    public VqganModel Network { get; }

    public long Step => _state.Step;

    /// <summary>Trains until the steps or minutes are over, or until it is told to stop; either way the last thing it does is to save.</summary>
    public void Run(ProgressLog log, VqganValidation? validation, CancellationToken cancellationToken) =>
        TrainingLoop.Run("vqgan", _common, _state, log, clock => TrainStep(clock, log), interrupted =>
        {
            if (validation is not null && !interrupted)
                log.Validated("vqgan", Step, validation.Measure(Network), () => validation.Sheet(Network));
        }, cancellationToken);

    public void Dispose()
    {
        _optimiser.Dispose();
        _codes.Dispose();
        _game?.Dispose();
        _perceptual?.Dispose();
        _parts?.Dispose();
        Network.Dispose();
    }

    internal double TrainStep(TrainingClock clock, ProgressLog log)
    {
        using var scope = NewDisposeScope();
        var random = ToyRandom.For(_common.Seed, (ulong)Step);
        var picture = Draw().Signed();                                                      // [N,3,S,S]
        var rate = clock.LearningRate(Step);

        var latent = Narrow(() => Network.encode(picture));                                 // [N,C,h,w]
        var coded = _codes.Code(latent, Step, clock.Progress(Step));
        var reconstruction = Narrow(() => Network.decode(coded.ForDecoder));                // [N,3,S,S]
        var difference = Difference(reconstruction, picture);
        var loss = difference + coded.Loss;
        var playing = _game is not null && _game.IsOn(Step);
        if (playing)
            loss = loss + _game!.GeneratorLoss(reconstruction, difference, _lastLayer);

        _optimiser.ZeroGrad();
        _precision.Backward(loss);
        var stepped = _optimiser.Step(rate, 1, _precision);
        if (playing)
            log.Add("disc", _game!.Train(picture, reconstruction, rate));
        _precision.EndStep();

        var used = _codes.AfterStep(latent, coded, Step, random);
        var value = loss.item<float>();
        log.Count(_common.Batch);
        log.Add("loss", value);
        log.Add("rec", difference.item<float>());
        log.Add("codes", used);
        log.Add("lr", rate);
        if (!stepped)
            log.Add("skipped", 1);
        return value;
    }

    private Tensor Difference(Tensor reconstruction, Tensor picture)
    {
        var pixels = ReconstructionLoss.Of(reconstruction, picture, _options);
        return _perceptual is null
            ? pixels
            : pixels + (Narrow(() => _perceptual.Of(reconstruction, picture)) * _options.PerceptualWeight);
    }

    /// <summary>Computed in the narrower format where that is wanted; the result is float32 again.</summary>
    private Tensor Narrow(Func<Tensor> forward)
    {
        using var narrow = _precision.Forward();
        return forward().to(ScalarType.Float32);
    }

    private PictureBatch Draw()
    {
        if (_parts is null)
            return PictureBatch.Draw(_source, _common.Batch, _common.Seed, Step, _device);
        var many = (int)Math.Round(_common.Batch * _options.PartsShare);
        var whole = PictureBatch.Draw(_source, _common.Batch - many, _common.Seed, Step, _device);
        var parts = PictureBatch.Draw((IPictureSource)_parts, many, _common.Seed + 2, Step, _device);
        return new PictureBatch(cat([whole.Pixels, parts.Pixels], 0), [.. whole.Indices, .. parts.Indices]);
    }

    private IPerceptualDistance? Perceptual() => (_options.Lpips, _options.PerceptualClip) switch
    {
        ({ Count: > 0 } files, _) => LpipsWeights.Load(files, _device),
        (_, { } clip) => new ClipDistance(clip, _device),
        _ => null,
    };

    private Tensor InitialLatents()
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var latents = Enumerable.Range(0, InitialBatches)
            .Select(i => Network.encode(PictureBatch.Draw(_source, _common.Batch, _common.Seed, -1 - i, _device).Signed()))
            .Select(latent => latent.permute(0, 2, 3, 1).reshape(-1, latent.shape[1]));              // [N·h·w,C]
        return cat([.. latents], 0).MoveToOuterDisposeScope();                                       // [P,C]
    }
}
