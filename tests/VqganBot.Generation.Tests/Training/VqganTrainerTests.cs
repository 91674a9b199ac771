using VqganBot.Generation.Vqgan;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Vqgan;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class VqganTrainerTests : IDisposable
{
    private static readonly VqganConfig Tiny = new()
    {
        Target = "taming.models.vqgan.VQModel",
        EmbedDim = 4,
        NEmbed = 16,
        ZChannels = 8,
        Resolution = 64,
        Channels = 32,
        ChannelMultipliers = [1, 1],
        ResBlocks = 1,
        AttentionResolutions = [],
        PatchSize = 4,
    };

    private readonly TrainingFolder _folder = new();

    [Theory]
    [InlineData(nameof(CodebookRule.Average))]
    [InlineData(nameof(CodebookRule.Gradient))]
    [InlineData(nameof(CodebookRule.Legacy))]
    public void TrainStep_FewSteps_ReducesTheLoss(string rule)
    {
        using var set = RenderedSet.Open(_folder.Set);
        using var trainer = new VqganTrainer(Options("a.st", 30) with { Codebook = Enum.Parse<CodebookRule>(rule) }, set);
        var log = new ProgressLog(TextWriter.Null, TimeProvider.System);
        var clock = new TrainingClock(Options("a.st", 30).Common, 0);

        var losses = Enumerable.Range(0, 25).Select(_ => trainer.TrainStep(clock, log)).ToArray();

        Assert.True(losses[^3..].Average() < 0.8 * losses[..3].Average(), $"The loss went from {losses[0]} to {losses[^1]}.");
    }

    [Fact]
    public void Run_WithDiscriminator_StaysFinite()
    {
        using var set = RenderedSet.Open(_folder.Set);
        using var trainer = new VqganTrainer(Options("d.st", 6) with { DiscriminatorStart = 2, DiscriminatorWidth = 8 }, set);
        var lines = new StringWriter();

        trainer.Run(new ProgressLog(lines, TimeProvider.System), new VqganValidation(set, 8, CPU), CancellationToken.None);

        Assert.Contains("disc", lines.ToString(), StringComparison.Ordinal);
        Assert.Contains("PSNR", lines.ToString(), StringComparison.Ordinal);
        Assert.All(trainer.Network.parameters(), parameter => Assert.True(float.IsFinite(parameter.sum().item<float>())));
    }

    [Fact]
    public void Run_Interrupted_EndsAsIfItNeverWas()
    {
        using var set = RenderedSet.Open(_folder.Set);
        var whole = Weights("whole.st", 6, 6);
        var parts = Weights("parts.st", 6, 3, 6);

        Assert.Equal(whole, parts);

        float[] Weights(string state, long schedule, params long[] stops)
        {
            float[] weights = [];
            foreach (var stop in stops)
            {
                using var trainer = new VqganTrainer(Options(state, schedule) with { DiscriminatorStart = 2, DiscriminatorWidth = 8 }, set);
                using var ended = new CancellationTokenSource();
                trainer.Run(new ProgressLog(new StopAt(ended, stop), TimeProvider.System), null, ended.Token);
                Assert.Equal(stop, trainer.Step);
                weights = [.. trainer.Network.state_dict().Values.SelectMany(tensor => tensor.data<float>().ToArray())];
            }

            return weights;
        }
    }

    public void Dispose() => _folder.Dispose();

    private VqganTrainingOptions Options(string state, long steps) => new()
    {
        Common = new TrainingOptions { Set = _folder.Set, State = _folder.In(state), Steps = steps, Batch = 6, LearningRate = 3e-3, WarmUp = 1, LogEvery = 1 },
        Network = Tiny,
    };
}
