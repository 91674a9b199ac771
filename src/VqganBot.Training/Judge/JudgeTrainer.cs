using TorchSharp;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>Trains the judge on renders, never on what a network of the pack has touched.</summary>
internal sealed class JudgeTrainer : IDisposable
{
    private const double RecolouredShare = 0.4;

    private readonly TrainingOptions _options;
    private readonly RenderedSet _set;
    private readonly Device _device;
    private readonly NamedAdamW _optimiser;
    private readonly TrainingState _state = new();

    public JudgeTrainer(TrainingOptions options, RenderedSet set)
    {
        (_options, _set) = (options, set);
        _device = device(options.Device);
        manual_seed((long)options.Seed);
        Network = new JudgeNetwork();
        Network.to(_device);
        Network.train();
        _optimiser = new NamedAdamW(Network.named_parameters().Select(parameter => (parameter.name, parameter.parameter)), options.WeightDecay);
        _state.Add(JudgeFile.Prefix, Network);
        _state.Add("optimiser", _optimiser);
        _state.Restore(options.State);
    }

    public JudgeNetwork Network { get; }

    public long Step => _state.Step;

    /// <param name="log">Where progress goes.</param>
    /// <param name="trials">Pictures to measure it on at every checkpoint, by name.</param>
    /// <param name="cancellationToken">Ends the training after the step it is at, with a checkpoint.</param>
    public void Run(ProgressLog log, IReadOnlyDictionary<string, JudgeTrial> trials, CancellationToken cancellationToken) =>
        TrainingLoop.Run("judge", _options, _state, log, clock => TrainStep(clock, log), _ =>
        {
            foreach (var (name, trial) in trials)
                log.Line($"judge  step {Step}  {name}: {trial.Measure(new JudgeReader(Network, _device))}");
            Network.train();
        }, cancellationToken);

    public void Dispose()
    {
        _optimiser.Dispose();
        Network.Dispose();
    }

    internal double TrainStep(TrainingClock clock, ProgressLog log)
    {
        using var scope = NewDisposeScope();
        var batch = PictureBatch.Draw(_set, _options.Batch, _options.Seed, Step, _device);
        var random = ToyRandom.For(_options.Seed + 1, (ulong)Step);
        var recoloured = (int)(_options.Batch * RecolouredShare);
        var (strange, plain) = (batch.Unit().narrow(0, 0, recoloured), batch.Unit().narrow(0, recoloured, _options.Batch - recoloured));
        var seen = JudgeAugmentation.Apply(cat([JudgeAugmentation.Recolour(strange, random), plain], 0), random); // [N,3,64,64]
        var logits = Network.Heads(Network.call(seen));
        var labels = batch.Pictures.Select((picture, i) => i < recoloured ? JudgeLabels.OfShape(picture) : JudgeLabels.Of(picture)).ToArray();
        // Objects are the hard question; the others would be learnt without any weight to speak of.
        var loss = Entropy(0) + ((Entropy(1) + Entropy(2) + Entropy(3) + Entropy(4)) * 0.4);

        _optimiser.ZeroGrad();
        loss.backward();
        var rate = clock.LearningRate(Step);
        _optimiser.Step(rate, 1);

        var value = loss.item<float>();
        log.Count(_options.Batch);
        log.Add("loss", value);
        log.Add("lr", rate);
        return value;

        Tensor Entropy(int question) => nn.functional.cross_entropy(
            logits[question],
            tensor(labels.Select(row => (long)row[question]).ToArray(), [labels.Length]).to(_device), null, JudgeLabels.Unlabelled);
    }
}
