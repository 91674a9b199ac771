using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Vqgan;
using VqganBot.Training.Vqgan.Codes;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class GumbelCodesTests
{
    private static readonly VqganConfig Tiny = PackNetworks.Vqgan with
    {
        Target = PackNetworks.Gumbel,
        EmbedDim = 4,
        NEmbed = 16,
        ZChannels = 8,
        ChannelMultipliers = [1, 1],
        AttentionResolutions = [8],
        PatchSize = 4,
    };

    [Fact]
    public void Code_ByVotes_IsARowOfTheCodebookWithAGradientForVotesAndCodes()
    {
        using var scope = NewDisposeScope();
        using var network = new VqganModel(Tiny);
        using var codes = new GumbelCodes(network, Options(""));
        var latent = randn([2, 4, 3, 3]).requires_grad_(true);

        var coded = codes.Code(latent, 1, 0.5);
        coded.ForDecoder.pow(2).sum().backward();

        Assert.Equal(network.lookup(coded.Codes).data<float>().ToArray(), coded.ForDecoder.data<float>().ToArray());
        Assert.Equal(coded.Codes.data<long>().ToArray(), codes.Code(latent, 1, 0.5).Codes.data<long>().ToArray());
        Assert.NotEqual(coded.Codes.data<long>().ToArray(), codes.Code(latent, 2, 0.5).Codes.data<long>().ToArray());
        Assert.True(latent.grad!.abs().sum().item<float>() > 0);
        // Only the codes that were drawn are moved by what the decoder says.
        var moved = network.codebook.grad!.abs().sum([1]).gt(0).data<bool>().ToArray();
        Assert.Equal(coded.Codes.data<long>().ToArray().Distinct().Order(), Enumerable.Range(0, 16).Where(code => moved[code]).Select(code => (long)code));
    }

    [Fact]
    public void Code_EvenVotes_HaveNoDivergenceAndCertainOnesTheLogarithmOfTheirNumber()
    {
        using var scope = NewDisposeScope();
        using var network = new VqganModel(Tiny);
        using var codes = new GumbelCodes(network, Options("") with { DivergenceWeight = 1 });
        using var still = no_grad();
        var votes = network.named_parameters().Where(parameter => parameter.name.StartsWith("quantize.proj", StringComparison.Ordinal)).Select(parameter => parameter.parameter).ToArray();
        foreach (var weights in votes)
            weights.zero_();
        Assert.Equal(0, codes.Code(zeros([1, 4, 2, 2]), 0, 0).Loss.item<float>(), 5);

        votes.Single(weights => weights.shape.Length == 1).narrow(0, 3, 1).fill_(100);
        Assert.Equal(Math.Log(16), codes.Code(zeros([1, 4, 2, 2]), 0, 0).Loss.item<float>(), 4);
    }

    [Fact]
    public void Temperature_OverATraining_FallsAlongACosine()
    {
        using var network = new VqganModel(Tiny);
        using var codes = new GumbelCodes(network, Options("") with { Temperature = 0.9, LastTemperature = 0.1 });

        Assert.Equal([0.9, 0.5, 0.1], new[] { codes.Temperature(0), codes.Temperature(0.5), codes.Temperature(1) }.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void TrainStep_FewSteps_ReducesTheLossAndTheStateReadsBackAsAGumbelVq()
    {
        using var folder = new TrainingFolder();
        using var set = RenderedSet.Open(folder.Set);
        var options = Options(folder.In("gumbel.st"));
        using var trainer = new VqganTrainer(options, set);
        var log = new ProgressLog(TextWriter.Null, TimeProvider.System);
        var clock = new TrainingClock(options.Common, 0);

        var losses = Enumerable.Range(0, 30).Select(_ => trainer.TrainStep(clock, log)).ToArray();

        Assert.True(losses[^3..].Average() < 0.8 * losses[..3].Average(), $"The loss went from {losses[0]} to {losses[^1]}.");
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        trainer.Run(log, null, ended.Token);
        using var read = TrainedNetworks.Vqgan(folder.In("gumbel.st"));
        Assert.Equal(Tiny.ToYaml(), read.Config.ToYaml());
        SafetensorsWriter.Write(folder.In("v.safetensors"), read.state_dict());
        File.WriteAllText(folder.In("v.yaml"), read.Config.ToYaml());
        using var painted = VqganModel.Load(folder.In("v.yaml"), folder.In("v.safetensors"));
        Assert.Equal([1, 3, 64, 64], painted.decode(painted.quantize(zeros([1, 4, 8, 8])).quantized).shape);
    }

    private static VqganTrainingOptions Options(string state) => new()
    {
        Common = new TrainingOptions { State = state, Steps = 30, Batch = 6, LearningRate = 3e-3, WarmUp = 1, LogEvery = 1 },
        Network = Tiny,
    };
}
