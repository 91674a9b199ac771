namespace VqganBot.Generation.Classification;

/// <summary>Says which of some labels fits a picture best, by nothing but their words (Radford et al. 2021, 3.1).</summary>
public sealed class ZeroShotClassifier
{
    private readonly double _scale;
    private readonly float[][] _directions;

    /// <param name="embedder">The CLIP that reads the labels, and whose embeddings are to be classified.</param>
    /// <param name="labels">What a picture may show.</param>
    /// <param name="templates">Sentences with a <c>{}</c> for the label; what they make of it is averaged.</param>
    public ZeroShotClassifier(ClipEmbedder embedder, IReadOnlyList<string> labels, IReadOnlyList<string> templates)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0)
            throw new ArgumentException("A picture cannot be classified without labels; at least one is needed.", nameof(labels));
        Labels = labels;
        _scale = embedder.LogitScale;
        IReadOnlyList<float[]> texts = embedder.Texts([.. labels.SelectMany(label => PromptTemplates.Fill(templates, label))]);
        _directions = [.. texts.Chunk(templates.Count).Select(UnitVector.Mean)];
    }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>The labels with their probabilities, likeliest first; they add up to 1.</summary>
    /// <param name="picture">A picture's embedding by the same CLIP.</param>
    public IReadOnlyList<LabelScore> Classify(ReadOnlySpan<float> picture)
    {
        double[] cosines = new double[_directions.Length];
        for (int i = 0; i < cosines.Length; i++)
            cosines[i] = UnitVector.Dot(picture, _directions[i]);

        double largest = cosines.Max();
        double[] weights = [.. cosines.Select(cosine => Math.Exp(_scale * (cosine - largest)))];
        double sum = weights.Sum();
        return [.. Labels.Select((label, i) => new LabelScore(label, weights[i] / sum, cosines[i])).OrderByDescending(score => score.Probability)];
    }
}
