using TorchSharp;
using VqganBot.Training.Judge;
using static TorchSharp.torch;

namespace VqganBot.Training.Metrics;

/// <summary>
/// What stands here for CapS, CogView's likelihood of the caption given the picture: the mean logarithm of the probability
/// that the judge gives to what the caption names. Nought is sure of all of it. CLIP's similarity would praise pictures
/// that were painted to please this very CLIP.
/// </summary>
internal static class CaptionScore
{
    /// <param name="likelihoods">A question each, logarithms of probabilities [N,K].</param>
    /// <param name="labels">What the captions name, as <see cref="JudgeLabels"/> numbers it.</param>
    public static double Of(IReadOnlyList<Tensor> likelihoods, IReadOnlyList<IReadOnlyList<int>> labels)
    {
        using var scope = NewDisposeScope();
        var tables = likelihoods.Select(table => (Values: table.to(ScalarType.Float32).contiguous().data<float>().ToArray(), Width: (int)table.shape[1])).ToArray();
        return labels
            .SelectMany((named, picture) => named.Select((label, question) => (picture, question, label)))
            .Where(name => name.label != JudgeLabels.Unlabelled)
            .Average(name => (double)tables[name.question].Values[(name.picture * tables[name.question].Width) + name.label]);
    }
}
