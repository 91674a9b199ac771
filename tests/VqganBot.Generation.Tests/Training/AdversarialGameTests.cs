using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Vqgan;
using VqganBot.Training.Vqgan.Adversarial;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class AdversarialGameTests
{
    private static readonly VqganTrainingOptions Options = new()
    {
        Common = new TrainingOptions { State = "" },
        Network = PackNetworks.Vqgan,
        DiscriminatorStart = 100,
        DiscriminatorWidth = 4,
        DiscriminatorWeight = 0.8,
    };

    /// <summary>The published sizes of taming's discriminators.</summary>
    [Theory]
    [InlineData(64, 3, 2_765_633)]
    [InlineData(64, 2, 663_361)]
    public void Discriminator_OfTamingsSizes_HasItsParameters(int width, int layers, long expected)
    {
        using var discriminator = new PatchDiscriminator(width, layers);

        Assert.Equal(expected, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void DiscriminatorLoss_BothKinds_AreTheirFormulas()
    {
        var (real, fake) = (tensor(new float[] { 0.5f, 3 }), tensor(new float[] { -2, 0.25f }));
        using var hinge = Game(Options);
        using var vanilla = Game(Options with { DiscriminatorLoss = AdversarialLoss.Vanilla });

        Assert.Equal(0.5 * ((0.5 / 2) + (1.25 / 2)), hinge.DiscriminatorLoss(real, fake).item<float>(), 5);
        Assert.Equal(0.25 * (Softplus(-0.5) + Softplus(-3) + Softplus(-2) + Softplus(0.25)), vanilla.DiscriminatorLoss(real, fake).item<float>(), 5);

        static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
    }

    [Fact]
    public void IsOn_BeforeItsStep_IsFalse()
    {
        using var game = Game(Options);
        Assert.False(game.IsOn(99));
        Assert.True(game.IsOn(100));
        using var never = Game(Options with { DiscriminatorStart = null });
        Assert.False(never.IsOn(long.MaxValue));
    }

    [Fact]
    public void GeneratorLoss_AtTheLastLayer_PullsAsHardAsItsWeightSays()
    {
        using var game = Game(Options with { DiscriminatorFactor = 0.5 });
        using var scope = NewDisposeScope();
        var lastLayer = new Parameter(rand([1, 3, 32, 32], generator: new Generator(3, CPU)) - 0.5);
        var picture = lastLayer * 2;
        var other = (picture - 1).pow(2).mean();

        var loss = game.GeneratorLoss(picture, other, lastLayer);

        var (pull, otherPull) = (Length(loss), Length(other));
        Assert.InRange(pull / otherPull, 0.8 * 0.5 * 0.95, 0.8 * 0.5 * 1.05);

        double Length(Tensor value) => Math.Sqrt(autograd.grad([value], [lastLayer], null, true)[0].pow(2).sum().item<float>());
    }

    private static AdversarialGame Game(VqganTrainingOptions options)
    {
        manual_seed(5);
        return new AdversarialGame(options, new MixedPrecision(CPU, TrainingPrecision.Auto), CPU);
    }
}
