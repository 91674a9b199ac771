using VqganBot.Generation.Vqgan;
using VqganBot.Training.Optimisation;

namespace VqganBot.Training.Vqgan;

internal sealed record VqganTrainingOptions
{
    public required TrainingOptions Common { get; init; }

    public required VqganConfig Network { get; init; }

    /// <value>State of another training whose encoder and decoder to begin with, the codes being found anew; null: none.</value>
    public string? From { get; init; }

    /// <value>Parts of pictures drawn larger (`render --parts`), mixed in so that larger canvases come out as well; null: none.</value>
    public string? Parts { get; init; }

    /// <value>Share of a batch that is taken from them.</value>
    public double PartsShare { get; init; } = 0.15;

    public CodebookRule Codebook { get; init; } = CodebookRule.Average;

    /// <value>β of the codebook loss.</value>
    public double Commitment { get; init; } = 0.25;

    public double AbsoluteWeight { get; init; } = 1;

    public double SquaredWeight { get; init; } = 2;

    /// <value>Weight of the differences between neighbouring pixels: what keeps outlines sharp.</value>
    public double EdgeWeight { get; init; } = 0.5;

    /// <value>Weight of the distance between picture and reconstruction in the space of a CLIP, if one is given.</value>
    public double PerceptualWeight { get; init; } = 0.1;

    /// <value>A CLIP's weights for the perceptual term; null: none.</value>
    public string? PerceptualClip { get; init; }

    /// <value>Share of the training after which the discriminator joins; 1 or more: never.</value>
    public double DiscriminatorStart { get; init; } = 2;

    public double DiscriminatorWeight { get; init; } = 0.4;

    public int DiscriminatorWidth { get; init; } = 32;
}
