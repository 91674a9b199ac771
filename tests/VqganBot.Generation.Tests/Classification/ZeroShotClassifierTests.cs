using VqganBot.Generation.Classification;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Imaging;
using VqganBot.Generation.Tests.Synthesis;

namespace VqganBot.Generation.Tests.Classification;

public sealed class ZeroShotClassifierTests : IDisposable
{
    private static readonly string[] Labels = ["cat", "dog", "ape"];
    private static readonly string[] Templates = ["{}", "a {}!"];

    private readonly ModelPack _pack = TinyPack.Create();
    private readonly ClipEmbedder _embedder;

    public ZeroShotClassifierTests() => _embedder = ClipEmbedder.Of(_pack);

    public void Dispose()
    {
        _embedder.Dispose();
        _pack.Dispose();
    }

    [Fact]
    public void Classify_APicture_GivesTheSoftmaxOfScaledCosinesWithTheMeanOfTheTemplates()
    {
        float[] picture = _embedder.Picture(Pictures.Gradient(30, 20));
        double[] cosines = [.. Labels.Select(label => (double)UnitVector.Dot(picture, UnitVector.Mean(
            [_embedder.Text(label), _embedder.Text(label == "ape" ? "an ape!" : $"a {label}!")])))];
        double sum = cosines.Sum(cosine => Math.Exp(_embedder.LogitScale * cosine));

        IReadOnlyList<LabelScore> scores = new ZeroShotClassifier(_embedder, Labels, Templates).Classify(picture);

        Assert.Equal(1, scores.Sum(score => score.Probability), 1e-9);
        Assert.Equal(scores.OrderByDescending(score => score.Probability), scores);
        foreach ((string label, double cosine) in Labels.Zip(cosines))
        {
            LabelScore score = scores.Single(score => score.Label == label);
            Assert.Equal(Math.Exp(_embedder.LogitScale * cosine) / sum, score.Probability, 1e-4);
            Assert.Equal(cosine, score.Cosine, 1e-5);
        }
    }

    [Fact]
    public void Classify_WhatLiesWhereALabelLies_IsThatLabel()
    {
        var classifier = new ZeroShotClassifier(_embedder, Labels, Templates);

        Assert.All(Labels, label => Assert.Equal(label, classifier.Classify(_embedder.Text(label, Templates))[0].Label));
    }
}
