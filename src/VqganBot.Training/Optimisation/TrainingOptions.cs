namespace VqganBot.Training.Optimisation;

/// <summary>What every trainer is told: how long, how fast, and where its state lives.</summary>
internal sealed record TrainingOptions
{
    /// <value>Rendered pictures to learn from, where nothing else can be learnt from.</value>
    public string Set { get; init; } = "";

    /// <value>Checkpoint file; if it exists, training goes on from it.</value>
    public required string State { get; init; }

    /// <value>Steps to the end of the learning-rate schedule.</value>
    public long Steps { get; init; } = 10_000;

    /// <value>Minutes after which training ends whatever the step, over all sessions; null: only steps count.</value>
    public double? Minutes { get; init; }

    public int Batch { get; init; } = 32;

    public double LearningRate { get; init; } = 2e-3;

    public double WeightDecay { get; init; } = 0.01;

    /// <value>Steps over which the learning rate rises from nothing.</value>
    public int WarmUp { get; init; } = 100;

    public ulong Seed { get; init; } = 1;

    /// <value>Steps between progress lines.</value>
    public int LogEvery { get; init; } = 50;

    /// <value>Steps between validations, each followed by a checkpoint.</value>
    public int SaveEvery { get; init; } = 500;

    /// <value>cpu, cuda or cuda:N.</value>
    public string Device { get; init; } = "cpu";

    /// <value>In what number format the forward pass computes.</value>
    public TrainingPrecision Precision { get; init; }
}
