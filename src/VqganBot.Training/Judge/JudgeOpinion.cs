using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>
/// Readings of N pictures, with the features [N,160] they rest on and, a question each, the logarithms [N,K] of the
/// answers' probabilities.
/// </summary>
internal sealed record JudgeOpinion(IReadOnlyList<JudgeReading> Readings, Tensor Features, IReadOnlyList<Tensor> Likelihoods) : IDisposable
{
    public void Dispose()
    {
        Features.Dispose();
        foreach (var likelihood in Likelihoods)
            likelihood.Dispose();
    }
}
