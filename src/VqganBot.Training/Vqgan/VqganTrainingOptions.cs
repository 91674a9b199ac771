using VqganBot.Generation.Vqgan;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Vqgan.Adversarial;

namespace VqganBot.Training.Vqgan;

internal sealed record VqganTrainingOptions
{
    public required TrainingOptions Common { get; init; }

    public required VqganConfig Network { get; init; }

    /// <value>State of another training, or a taming checkpoint, whose encoder and decoder to begin with, the codes being found anew; null: none.</value>
    public string? From { get; init; }

    /// <value>Parts of pictures drawn larger (`render --parts`), mixed in so that larger canvases come out as well; null: none.</value>
    public string? Parts { get; init; }

    /// <value>Share of a batch that is taken from them.</value>
    public double PartsShare { get; init; } = 0.15;

    /// <value>How the codes learn; GumbelVQ has a way of its own.</value>
    public CodebookRule Codebook { get; init; } = CodebookRule.Average;

    /// <value>β of the codebook loss.</value>
    public double Commitment { get; init; } = 0.25;

    /// <value>Of GumbelVQ: the temperature of the draw at the beginning.</value>
    public double Temperature { get; init; } = 0.9;

    /// <value>Of GumbelVQ: the temperature at the end, reached along a cosine.</value>
    public double LastTemperature { get; init; } = 1 / 16.0;

    /// <value>Of GumbelVQ: weight of the divergence from codes all chosen alike.</value>
    public double DivergenceWeight { get; init; } = 5e-4;

    public double AbsoluteWeight { get; init; } = 1;

    public double SquaredWeight { get; init; } = 2;

    /// <value>Weight of the differences between neighbouring pixels: what keeps outlines sharp.</value>
    public double EdgeWeight { get; init; } = 0.5;

    /// <value>Weight of the perceptual distance, if there is one.</value>
    public double PerceptualWeight { get; init; } = 0.1;

    /// <value>A CLIP's weights for the perceptual distance; null: none.</value>
    public string? PerceptualClip { get; init; }

    /// <value>Files that hold VGG16 and LPIPS' own layers, or a taming checkpoint, for the perceptual distance; empty: none.</value>
    public IReadOnlyList<string> Lpips { get; init; } = [];

    /// <value>Step at which the discriminator joins; null: never.</value>
    public long? DiscriminatorStart { get; init; }

    public AdversarialLoss DiscriminatorLoss { get; init; } = AdversarialLoss.Hinge;

    /// <value>Generator's share in proportion to the other losses.</value>
    public double DiscriminatorWeight { get; init; } = 0.4;

    /// <value>Factor on both players' losses.</value>
    public double DiscriminatorFactor { get; init; } = 1;

    public int DiscriminatorWidth { get; init; } = 32;

    /// <value>Layers with stride 2; taming trains with 3, f16_16384 had 2.</value>
    public int DiscriminatorLayers { get; init; } = 2;
}
