using TorchSharp.Modules;
using VqganBot.Training.Optimisation;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class MixedPrecisionTests
{
    [Fact]
    public void Scale_AfterAnInfiniteGradient_HalvesAndRisesAgainAfterManyGoodSteps()
    {
        var precision = new MixedPrecision(device("cuda"), TrainingPrecision.Float16);
        var first = precision.Scale;

        precision.Overflowed();
        precision.EndStep();
        Assert.Equal(first / 2, precision.Scale);
        for (var step = 0; step < 2000; step++)
            precision.EndStep();
        Assert.Equal(first, precision.Scale);
    }

    [Fact]
    public void Step_ScaledGradient_MovesAsTheUnscaledOne()
    {
        var precision = new MixedPrecision(device("cuda"), TrainingPrecision.Float16);
        Assert.Equal(Moved(null), Moved(precision), 1e-6);

        static float Moved(MixedPrecision? precision)
        {
            var parameter = new Parameter(tensor(new float[] { 1, 2 }));
            using var optimiser = new NamedAdamW([("weight", parameter)], 0);
            for (var step = 0; step < 3; step++)
            {
                optimiser.ZeroGrad();
                var loss = (parameter * parameter).sum();
                if (precision is null)
                    loss.backward();
                else
                    precision.Backward(loss);
                Assert.True(optimiser.Step(0.1, 1, precision));
            }

            return parameter.sum().item<float>();
        }
    }

    [Fact]
    public void Step_InfiniteGradient_LeavesParameterAndMomentsAlone()
    {
        var parameter = new Parameter(tensor(new float[] { 1, 2 }));
        using var optimiser = new NamedAdamW([("weight", parameter)], 0);
        (parameter * float.PositiveInfinity).sum().backward();

        Assert.False(optimiser.Step(0.1, 1));
        Assert.Equal([1f, 2f], parameter.data<float>().ToArray());
        optimiser.ZeroGrad();
        (parameter * 1).sum().backward();
        Assert.True(optimiser.Step(0.1, 1));
        Assert.True(float.IsFinite(parameter.sum().item<float>()));
    }

    [Fact]
    public void Forward_OnTheCpu_IsNarrowOnlyWhereAsked()
    {
        Assert.Equal(ScalarType.Float32, Product(TrainingPrecision.Auto));
        Assert.Equal(ScalarType.BFloat16, Product(TrainingPrecision.BFloat16));
        Assert.Throws<ArgumentException>(() => Product(TrainingPrecision.Float16));
        Assert.Equal(ScalarType.Float32, mm(ones([2, 2]), ones([2, 2])).dtype);

        static ScalarType Product(TrainingPrecision kind)
        {
            using var narrow = new MixedPrecision(CPU, kind).Forward();
            return mm(ones([2, 2]), ones([2, 2])).dtype;
        }
    }
}
