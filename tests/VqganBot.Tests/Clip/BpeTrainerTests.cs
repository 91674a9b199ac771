using VqganBot.Generation.Clip;

namespace VqganBot.Tests.Clip;

public sealed class BpeTrainerTests
{
    [Fact]
    public void Learn_KnownCounts_TakesTheMostFrequentPairFirst()
    {
        IReadOnlyList<(string Left, string Right)> merges = BpeTrainer.Learn(["low low low lower lower newest newest newest newest"], 3);

        // w-e: 2 (lower) + 4 (newest) = 6; then l-o: 5; then lo-w</w>: 3 loses to n-e, e-s, s-t</w> and n-e's successors: 4.
        Assert.Equal(("w", "e"), merges[0]);
        Assert.Equal(("l", "o"), merges[1]);
        Assert.Equal(3, merges.Count);
    }

    [Fact]
    public void Learn_SameCaptionsInAnotherOrder_LearnsTheSame()
    {
        string[] captions = ["a red star", "the sea", "a red sea", "two stars", "the star over the sea"];

        Assert.Equal(BpeTrainer.Learn(captions, 50), BpeTrainer.Learn(captions.Reverse(), 50));
    }

    [Fact]
    public void Learn_PairsSeenOnce_AreLeftAlone() => Assert.Empty(BpeTrainer.Learn(["abcdefg"], 50));

    [Fact]
    public void Learn_NoCaptions_LearnsNothing() => Assert.Empty(BpeTrainer.Learn([], 50));
}
