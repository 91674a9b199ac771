using VqganBot.Training.Judge;
using VqganBot.Training.Metrics;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training.Evaluation;

public sealed class MetricsTests
{
    [Fact]
    public void FrechetDistance_SameSet_IsNought()
    {
        using var features = Gaussian.Of(Noise(5, 200, 12));

        Assert.Equal(0, FrechetDistance.Between(features, features), 6);
    }

    [Fact]
    public void FrechetDistance_FewerPicturesThanFeatures_IsNoughtStill()
    {
        // Most eigenvalues of the covariance are nought here, and rounding makes some of them negative.
        using var features = Gaussian.Of(Noise(5, 6, 40));

        Assert.Equal(0, FrechetDistance.Between(features, features), 6);
    }

    [Fact]
    public void FrechetDistance_IndependentDimensions_IsTheSumOverThem()
    {
        using var one = Normal([1, 2], [4, 0, 0, 9]);
        using var other = Normal([0, 4], [1, 0, 0, 16]);

        // (1 - 0)² + (2 - 4)² + (2 - 1)² + (3 - 4)²
        Assert.Equal(7, FrechetDistance.Between(one, other), 9);
    }

    [Fact]
    public void FrechetDistance_CovariancesThatDoNotCommute_IsTheClosedFormOfTwoDimensions()
    {
        using var one = Normal([0, 0], [2, 1, 1, 3]);
        using var other = Normal([0, 0], [5, -2, -2, 1]);

        // tr (AB)^½ = (tr AB + 2 (det AB)^½)^½ for two by two: tr AB = 10 - 2 - 2 + 3, det AB = 5 · 1.
        Assert.Equal(5 + 6 - (2 * Math.Sqrt(9 + (2 * Math.Sqrt(5)))), FrechetDistance.Between(one, other), 9);
    }

    [Fact]
    public void Gaussian_OfThreePoints_HasTheirMeanAndUnbiasedCovariance()
    {
        using var points = Gaussian.Of(tensor(new float[] { 0, 0, 2, 2, 4, -2 }, [3, 2]));

        Assert.Equal([2, 0], points.Mean.data<double>().ToArray());
        Assert.Equal([4, -2, -2, 4], points.Covariance.data<double>().ToArray());
    }

    [Fact]
    public void InceptionScore_SureAndEvenlySpread_IsTheNumberOfClasses()
    {
        Assert.Equal(4, InceptionScore.Of((eye(4) + 1e-12).log()), 4);
        Assert.Equal(1, InceptionScore.Of(full([5, 4], 0.25).log()), 6);
        Assert.Equal(1, InceptionScore.Of((eye(4).narrow(0, 0, 1) + 1e-12).log()), 6);
    }

    [Fact]
    public void CaptionScore_UnlabelledQuestions_AreLeftOut()
    {
        Tensor[] likelihoods = [tensor(new float[] { -1, -2, -3, -4 }, [2, 2]), tensor(new float[] { -10, -20, -30, -40 }, [2, 2])];
        int[][] named = [[1, JudgeLabels.Unlabelled], [0, 1]];

        Assert.Equal((-2 - 3 - 40) / 3.0, CaptionScore.Of(likelihoods, named), 5);
    }

    [Fact]
    public void GaussianBlur_OnePoint_SpreadsByItsDeviation()
    {
        var point = zeros([1, 1, 41, 41]);
        point[0, 0, 20, 20] = tensor(1f);

        var blurred = GaussianBlur.Apply(point, 2)[0, 0].sum([0L]).data<float>().ToArray();

        Assert.Equal(1, blurred.Sum(), 4);
        Assert.Equal(4, blurred.Index().Sum(it => it.Item * Math.Pow(it.Index - 20, 2)), 0.1);
        Assert.Equal(ones([1, 3, 9, 9]).data<float>().ToArray(), GaussianBlur.Apply(ones([1, 3, 9, 9]), 4).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Share_AllOfFew_IsNoCertainty()
    {
        Assert.Equal(0.5, new Share(8, 16).Value);
        Assert.Equal(Math.Sqrt(0.25 / 18), new Share(8, 16).StandardError, 9);
        Assert.True(new Share(3, 3).StandardError > 0.1);
        Assert.Equal("not asked", new Share(0, 0).ToString());
    }

    private static Tensor Noise(ulong seed, params long[] shape)
    {
        using var dice = new Generator(seed, CPU);
        return randn(shape, generator: dice);
    }

    private static Gaussian Normal(double[] mean, double[] covariance) => new(tensor(mean), tensor(covariance, [mean.Length, mean.Length]));
}
