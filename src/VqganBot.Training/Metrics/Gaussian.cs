using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Training.Metrics;

/// <summary>The normal distribution that has the mean [D] and the covariance [D,D] of a set of features, in double precision.</summary>
internal sealed record Gaussian(Tensor Mean, Tensor Covariance) : IDisposable
{
    /// <summary>Of features [N,D], N at least 2.</summary>
    public static Gaussian Of(Tensor features)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features.shape[0], 2, nameof(features));
        using var scope = NewDisposeScope();
        var x = features.to(ScalarType.Float64);
        var mean = x.mean([0]);                                                          // [D]
        var centred = x - mean;                                                          // [N,D]
        var covariance = mm(centred.t(), centred) / (double)(features.shape[0] - 1);      // [D,D]
        return new Gaussian(mean.DetachFromDisposeScope(), covariance.DetachFromDisposeScope());
    }

    public void Dispose()
    {
        Mean.Dispose();
        Covariance.Dispose();
    }
}
