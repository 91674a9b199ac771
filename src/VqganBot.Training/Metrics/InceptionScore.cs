using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Training.Metrics;

/// <summary>
/// exp(mean KL(p(y|x) ‖ p(y))) (Salimans et al. 2016): high when every picture is surely something and all together are
/// many things. Here y is the judge's object, so the most there can be is the number of objects.
/// </summary>
internal static class InceptionScore
{
    /// <summary>Of logarithms of probabilities [N,K].</summary>
    public static double Of(Tensor logProbabilities)
    {
        using var scope = NewDisposeScope();
        var log = logProbabilities.to(ScalarType.Float64);
        var probabilities = log.exp();                                                   // [N,K]
        var all = probabilities.mean([0], keepdim: true).clamp_min(1e-300).log();        // [1,K]
        return (probabilities * (log - all)).sum(1).mean().exp().item<double>();
    }
}
