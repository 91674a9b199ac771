namespace VqganBot.Generation.Synthesis;

/// <summary>How far a painting is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="BestLoss">The least loss so far.</param>
/// <param name="StepsSinceBest">Steps since then.</param>
internal sealed record PaintingProgress(int Step, double BestLoss, int StepsSinceBest)
{
    public static PaintingProgress None { get; } = new(0, double.PositiveInfinity, 0);

    /// <value>The step before which the optimiser began; 0 unless it began anew.</value>
    public int OptimizerBegan { get; init; }

    public PaintingProgress After(double loss) => loss < BestLoss
        ? this with { Step = Step + 1, BestLoss = loss, StepsSinceBest = 0 }
        : this with { Step = Step + 1, StepsSinceBest = StepsSinceBest + 1 };

    /// <summary>The same step, from which on losses are of another kind.</summary>
    public PaintingProgress Anew() => new(Step, double.PositiveInfinity, 0) { OptimizerBegan = Step };
}
