using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>Readings of N pictures, with the features [N,160] they rest on and the probabilities [N,28] of the objects.</summary>
internal sealed record JudgeOpinion(IReadOnlyList<JudgeReading> Readings, Tensor Features, Tensor Objects) : IDisposable
{
    public void Dispose()
    {
        Features.Dispose();
        Objects.Dispose();
    }
}
