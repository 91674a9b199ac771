using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class StoryBoardTests
{
    [Fact]
    public void PhraseAt_WithAnInterval_ChangesThenAndBeginsAgain()
    {
        StoryBoard story = new(3, 100, 10);
        Assert.Equal([0, 0, 1, 1, 2, 2, 0], new[] { 0, 9, 10, 19, 20, 29, 30 }.Select(story.PhraseAt));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(3, 10)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    public void PhraseAt_WithoutAnInterval_DividesTheStepsAndNeverBeginsAgain(int phrases, int steps)
    {
        StoryBoard story = new(phrases, steps, 0);
        int[] shown = [.. Enumerable.Range(0, steps).Select(story.PhraseAt)];
        Assert.Equal(shown.Order(), shown);
        Assert.Equal(0, shown[0]);
    }
}
