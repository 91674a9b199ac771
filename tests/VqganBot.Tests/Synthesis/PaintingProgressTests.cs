using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class PaintingProgressTests
{
    [Fact]
    public void After_BetterAndWorseLosses_CountsTheStepsSinceTheBest()
    {
        PaintingProgress progress = PaintingProgress.None;
        foreach (double loss in new[] { 1.0, 0.5, 0.6, 0.5, 0.7 })
            progress = progress.After(loss);
        Assert.Equal(new PaintingProgress(5, 0.5, 3), progress);
    }
}
