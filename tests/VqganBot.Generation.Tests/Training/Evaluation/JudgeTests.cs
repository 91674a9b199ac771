using VqganBot.Training.Data;
using VqganBot.Training.Judge;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using Xunit;

namespace VqganBot.Generation.Tests.Training.Evaluation;

public sealed class JudgeTests : IDisposable
{
    private readonly TrainingFolder _folder = new();

    [Fact]
    public void TrainStep_SamePicturesAgainAndAgain_ReadsThem()
    {
        using var set = RenderedSet.Open(_folder.Set);
        using var trainer = new JudgeTrainer(Options("a.st", 60), set);
        var log = new ProgressLog(TextWriter.Null, TimeProvider.System);
        var clock = new TrainingClock(Options("a.st", 60), 0);

        var losses = Enumerable.Range(0, 30).Select(_ => trainer.TrainStep(clock, log)).ToArray();

        // The step counter stands still outside Run, so all steps see one batch, which must become known.
        Assert.True(losses[^1] < 0.5 * losses[0], $"The loss went from {losses[0]} to {losses[^1]}.");
    }

    [Fact]
    public void Load_WeightsOrState_ReadsAlike()
    {
        using var set = RenderedSet.Open(_folder.Set);
        using var trainer = new JudgeTrainer(Options("b.st", 2), set);
        var trial = JudgeTrial.Of(set, 40);
        trainer.Run(new ProgressLog(TextWriter.Null, TimeProvider.System), new Dictionary<string, JudgeTrial> { ["all"] = trial }, CancellationToken.None);
        JudgeFile.Save(_folder.In("judge.safetensors"), trainer.Network);
        using var fromState = JudgeFile.Load(_folder.In("b.st"));
        using var fromWeights = JudgeFile.Load(_folder.In("judge.safetensors"));

        var state = trial.Measure(new JudgeReader(fromState, TorchSharp.torch.CPU));

        Assert.Equal($"{state}", $"{trial.Measure(new JudgeReader(trainer.Network, TorchSharp.torch.CPU))}");
        // Half precision may turn over a reading that hangs in the balance.
        Assert.Equal(state.Shares[2].Value, trial.Measure(new JudgeReader(fromWeights, TorchSharp.torch.CPU)).Shares[2].Value, 0.1);
        Assert.InRange(new FileInfo(_folder.In("judge.safetensors")).Length, 1, 1_300_000);
    }

    [Fact]
    public void Recolour_AnyPicture_KeepsItsShapeAndChangesItsColours()
    {
        using var set = RenderedSet.Open(_folder.Set);
        var unit = PictureBatch.Of(set, [0, 1, 2, 3], TorchSharp.torch.CPU).Unit();

        var strange = JudgeAugmentation.Recolour(unit, new ToyRandom(3));

        Assert.False(unit.data<float>().ToArray().SequenceEqual(strange.data<float>().ToArray()));
        // Whatever the order and sign of the channels, what differs from place to place differs as much as before.
        Assert.Equal(unit.var([2, 3]).sum(1).data<float>().ToArray(), strange.var([2, 3]).sum(1).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    public void Dispose() => _folder.Dispose();

    private TrainingOptions Options(string state, long steps) =>
        new() { Set = _folder.Set, State = _folder.In(state), Steps = steps, Batch = 10, LearningRate = 3e-3, WarmUp = 1 };
}
