using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Training.Metrics;

/// <summary>
/// The Fréchet distance of two normal distributions (Heusel et al. 2017): |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½).
/// FID is this over the features of Inception; here they are the judge's, so its values compare with one another only.
/// </summary>
internal static class FrechetDistance
{
    public static double Between(Gaussian one, Gaussian other)
    {
        using var scope = NewDisposeScope();
        var apart = (one.Mean - other.Mean).pow(2).sum();
        // (Σ₁Σ₂)^½ has the trace of the root of the symmetric Σ₁^½ Σ₂ Σ₁^½, whose eigenvalues are real and not negative.
        var root = Root(one.Covariance);
        var shared = Roots(mm(mm(root, other.Covariance), root)).Values.sum();
        var distance = apart + Trace(one.Covariance) + Trace(other.Covariance) - (shared * 2);
        // What rounding leaves of the distance to itself may lie below nothing.
        return Math.Max(0, distance.item<double>());
    }

    private static Tensor Root(Tensor symmetric)
    {
        var (values, vectors) = Roots(symmetric);
        return mm(vectors * values.unsqueeze(0), vectors.t());                           // [D,D]
    }

    /// <summary>Roots of the eigenvalues [D], with the eigenvectors [D,D]; rounding may have made some of them negative.</summary>
    private static (Tensor Values, Tensor Vectors) Roots(Tensor symmetric)
    {
        var (values, vectors) = linalg.eigh((symmetric + symmetric.t()) / 2);
        return (values.clamp_min(0).sqrt(), vectors);
    }

    private static Tensor Trace(Tensor square) => square.diagonal().sum();
}
