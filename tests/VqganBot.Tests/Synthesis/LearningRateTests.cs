using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class LearningRateTests
{
    [Fact]
    public void At_Drops_DivideFromTheirPlaceOn()
    {
        PaintingSettings settings = new() { LearningRate = 0.2, LearningRateDrops = [0.5, 0.75] };
        Assert.Equal([0.2, 0.2, 0.02, 0.002, 0.002], new[] { 0, 49, 50, 75, 99 }.Select(step => Math.Round(LearningRate.At(step, 100, settings), 12)));
    }

    [Fact]
    public void At_Annealing_GlidesFromTheRateToItsShare()
    {
        PaintingSettings settings = new() { LearningRate = 0.1, LearningRateAnnealTo = 0.2 };
        Assert.Equal(0.1, LearningRate.At(0, 100, settings), 12);
        Assert.Equal(0.06, LearningRate.At(50, 100, settings), 12);
        Assert.InRange(LearningRate.At(99, 100, settings), 0.02, 0.0201);
    }
}
