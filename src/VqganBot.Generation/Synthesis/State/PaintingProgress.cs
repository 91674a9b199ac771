namespace VqganBot.Generation.Synthesis;

/// <summary>How far a painting is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="BestLoss">The least loss so far.</param>
/// <param name="StepsSinceBest">Steps since then.</param>
internal sealed record PaintingProgress(int Step, double BestLoss, int StepsSinceBest)
{
    public static PaintingProgress None { get; } = new(0, double.PositiveInfinity, 0);

    public PaintingProgress After(double loss) => loss < BestLoss
        ? new PaintingProgress(Step + 1, loss, 0)
        : new PaintingProgress(Step + 1, BestLoss, StepsSinceBest + 1);
}
