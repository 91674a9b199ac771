using VqganBot.Generation.Vqgan;
using VqganBot.Training.Optimisation;

namespace VqganBot.Training.Packs;

/// <summary>What it takes to make a pack of a folder of pictures.</summary>
internal sealed record OwnPackOptions
{
    public required string Pictures { get; init; }

    /// <value>Folder of the finished pack.</value>
    public required string Output { get; init; }

    /// <value>Folder of the states, the reports and the prepared pictures.</value>
    public required string Work { get; init; }

    public required string Name { get; init; }

    public required VqganConfig Vqgan { get; init; }

    public bool Mirror { get; init; } = true;

    /// <value>Minutes of all trainings together.</value>
    public double Minutes { get; init; } = 600;

    /// <value>Steps of each training; it ends by what comes first.</value>
    public long Steps { get; init; } = 1_000_000;

    /// <value>Pictures a step; null: what suits each network.</value>
    public int? Batch { get; init; }

    public string Device { get; init; } = "cpu";

    public TrainingPrecision Precision { get; init; }

    /// <value>Weights of a CLIP that is trained already, and its merges; null: one is trained from the pictures' captions.</value>
    public (string Weights, string Tokenizer)? Clip { get; init; }
}
