using VqganBot.Generation.Clip;
using VqganBot.Training.Optimisation;

namespace VqganBot.Training.Clip;

internal sealed record ClipTrainingOptions
{
    public required TrainingOptions Common { get; init; }

    public required ClipConfig Network { get; init; }

    /// <value>Merges file of the tokenizer.</value>
    public required string Tokenizer { get; init; }

    /// <value>Weight of the label heads beside the contrastive loss.</value>
    public double LabelWeight { get; init; } = 0.5;

    /// <value>The same seeds' pictures as a VQGAN reconstructs them; null: none.</value>
    public string? Reconstructions { get; init; }

    /// <value>Share of a batch that is taken from the reconstructions.</value>
    public double ReconstructionShare { get; init; } = 0.3;

    /// <value>Pictures decoded from spoiled codes, which no caption is true of; null: none.</value>
    public string? Spoiled { get; init; }

    /// <value>How many of them join a batch, as a share of it.</value>
    public double SpoiledShare { get; init; } = 0.2;
}
