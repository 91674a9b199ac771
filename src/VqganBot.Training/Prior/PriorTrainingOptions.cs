using VqganBot.Training.Optimisation;

namespace VqganBot.Training.Prior;

internal sealed record PriorTrainingOptions
{
    public required TrainingOptions Common { get; init; }

    /// <value>State of the VQGAN training whose codes are learnt.</value>
    public required string Vqgan { get; init; }

    /// <value>State of the CLIP training whose embeddings are the conditions.</value>
    public required string Clip { get; init; }

    /// <value>Merges file of that CLIP's tokenizer; needed only to learn from captions as well.</value>
    public string? Tokenizer { get; init; }

    public int Layers { get; init; } = 4;

    public int Heads { get; init; } = 6;

    public int Width { get; init; } = 192;

    /// <value>
    /// Share of a batch conditioned on a caption's embedding in place of the picture's. 0 is CLIP-GEN proper, which needs no
    /// captions; where there are some, they close the gap between the two kinds of embedding that it leaves.
    /// </value>
    public double CaptionShare { get; init; }

    /// <value>Length of the random vector added to conditions of unit length: neighbours in CLIP's space mean the same.</value>
    public double ConditionNoise { get; init; } = 0.3;

    /// <value>Share of a batch that is told nothing, for classifier-free guidance.</value>
    public double ConditionDropout { get; init; } = 0.1;

    /// <value>λ of the embedding reconstruction loss (CLIP-GEN, equation 5: 0.2); 0, as in its released code, is without.</value>
    public double EmbeddingWeight { get; init; }

    /// <value>So many pictures of each batch are decoded for that loss, which costs as much as dozens without it.</value>
    public int EmbeddingPictures { get; init; } = 4;
}
