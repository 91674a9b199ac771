using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class ErasingTests
{
    private static readonly AugmentationSettings Settings = new() { ErasingProbability = 0.7 };

    [Fact]
    public void Draw_ProbabilityMissed_ErasesNothing() => Assert.Equal([0, 0, 0, 0], Erasing.Draw(Settings, [0.71f, 0, 0, 0, 0, 0]));

    [Fact]
    public void Draw_AnyNumbers_StaysInsideWithTheAreaAskedFor()
    {
        Random random = new(5);
        for (int round = 0; round < 1_000; round++)
        {
            float[] edges = Erasing.Draw(Settings, [0, .. Enumerable.Range(0, 5).Select(_ => random.NextSingle())]);
            Assert.All(edges, edge => Assert.InRange(edge, 0, 1.0001f));
            double width = edges[1] - edges[0], height = edges[3] - edges[2];
            Assert.True(width * height <= 0.4001);
            Assert.True(width * height >= 0.0999 || width > 0.999 || height > 0.999);
        }
    }
}
