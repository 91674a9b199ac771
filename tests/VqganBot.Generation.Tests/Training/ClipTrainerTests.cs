using VqganBot.Generation.Clip;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class ClipTrainerTests : IDisposable
{
    private readonly TrainingFolder _folder = new();

    [Fact]
    public void TrainStep_FewSteps_ReducesTheLoss()
    {
        using var set = RenderedSet.Open(_folder.Set);
        using var trainer = Trainer(Options("a.st", 40), set);
        var log = new ProgressLog(TextWriter.Null, TimeProvider.System);
        var clock = new TrainingClock(Options("a.st", 40).Common, 0);

        var losses = Enumerable.Range(0, 20).Select(_ => trainer.TrainStep(clock, log)).ToArray();

        // The step counter stands still outside Run, so all twenty steps see one batch, which must become known.
        Assert.True(losses[^1] < 0.8 * losses[0], $"The loss went from {losses[0]} to {losses[^1]}.");
    }

    [Fact]
    public void Run_Interrupted_EndsAsIfItNeverWas()
    {
        using var set = RenderedSet.Open(_folder.Set);
        var whole = Weights("whole.st", 4);
        var parts = Weights("parts.st", 2, 4);

        Assert.Equal(whole, parts);

        float[] Weights(string state, params long[] stops)
        {
            float[] weights = [];
            foreach (var stop in stops)
            {
                using var trainer = Trainer(Options(state, 4), set);
                using var ended = new CancellationTokenSource();
                trainer.Run(new ProgressLog(new StopAt(ended, stop), TimeProvider.System), null, ended.Token);
                Assert.Equal(stop, trainer.Step);
                weights = [.. trainer.Network.state_dict().Values.Where(t => t.is_floating_point()).SelectMany(t => t.data<float>().ToArray())];
            }

            return weights;
        }
    }

    [Fact]
    public void Run_WithReconstructionsAndSpoiledPictures_Trains()
    {
        using var set = RenderedSet.Open(_folder.Set);
        using var trainer = Trainer(Options("r.st", 2) with { Reconstructions = _folder.Set, ReconstructionShare = 0.5, Spoiled = _folder.Set, SpoiledShare = 0.25 }, set);
        var lines = new StringWriter();
        var validation = new ClipValidation(HeldOutPictures.Withheld(12, 1), trainer.Tokenizer, CPU);

        trainer.Run(new ProgressLog(lines, TimeProvider.System), validation, CancellationToken.None);

        Assert.Contains("zero-shot object", lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ContrastiveLoss_CaptionTrueOfAnotherPicture_IsNotHeldAgainstIt()
    {
        var pictures = tensor(new float[] { 1, 0, 1, 0 }, [2, 2]);
        var texts = tensor(new float[] { 1, 0, 1, 0 }, [2, 2]);
        var scale = tensor(new float[] { 1 }, [1]);

        var alike = ContrastiveLoss.Of(pictures, texts, scale, zeros([2, 2])).item<float>();
        var spared = ContrastiveLoss.Of(pictures, texts, scale, tensor(new float[] { 0, 1, 1, 0 }, [2, 2])).item<float>();

        Assert.Equal(Math.Log(2), alike, 4);
        Assert.Equal(0, spared, 4);
    }

    [Fact]
    public void ContrastiveLoss_SpoiledPictureNearTheText_CostsMore()
    {
        var pictures = tensor(new float[] { 1, 0, 0, 1 }, [2, 2]);
        var scale = tensor(new float[] { 1 }, [1]);

        var far = ContrastiveLoss.Of(pictures, pictures, scale, zeros([2, 2]), tensor(new float[] { -1, -1 }, [1, 2])).item<float>();
        var near = ContrastiveLoss.Of(pictures, pictures, scale, zeros([2, 2]), tensor(new float[] { 1, 1 }, [1, 2])).item<float>();

        Assert.True(near > far);
    }

    public void Dispose() => _folder.Dispose();

    private static ClipTrainer Trainer(ClipTrainingOptions options, RenderedSet set) => new(options, new DrawnLessons(options, set));

    private ClipTrainingOptions Options(string state, long steps) => new()
    {
        Common = new TrainingOptions { Set = _folder.Set, State = _folder.In(state), Steps = steps, Batch = 12, LearningRate = 2e-3, WarmUp = 1, LogEvery = 1 },
        Network = new ClipConfig(
            16, new ModifiedResNetConfig(64, 4, [1, 1, 1, 1]), new ClipTextConfig(24, ClipTokenizer.FromMerges(_folder.Merges).VocabSize, 32, 1) { Heads = 2 }),
        Tokenizer = _folder.Merges,
    };
}
