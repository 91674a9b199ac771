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

    [Fact]
    public void At_WithABlend_BringsAPhraseInOverItsFirstStepsAndLeavesTheEndsAlone()
    {
        StoryBoard story = new(2, 10, 0, blendSteps: 3);
        StoryMoment[] moments = [.. Enumerable.Range(0, 10).Select(story.At)];

        Assert.All(moments[..5], moment => Assert.Equal(new StoryMoment(0, 0, 1), moment));
        Assert.Equal([new StoryMoment(1, 0, 0.25), new StoryMoment(1, 0, 0.5), new StoryMoment(1, 0, 0.75)], moments[5..8]);
        Assert.All(moments[8..], moment => Assert.Equal(new StoryMoment(1, 1, 1), moment));
    }

    [Fact]
    public void At_WhenTheStoryBeginsAgain_TheLastPhraseGoesAsTheFirstComes() =>
        Assert.Equal(new StoryMoment(0, 2, 0.5), new StoryBoard(3, 30, 4, blendSteps: 1).At(12));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(1, 5)]
    public void At_WithoutABlendOrWithOnePhrase_ChangesAtOnce(int phrases, int blendSteps)
    {
        StoryBoard story = new(phrases, 9, 3, blendSteps);
        Assert.All(Enumerable.Range(0, 20), step => Assert.Equal(new StoryMoment(story.PhraseAt(step), story.PhraseAt(step), 1), story.At(step)));
    }

    [Fact]
    public void At_ABlendLongerThanAPhrase_LastsAsLongAsThePhrase() =>
        Assert.Equal(0.75, new StoryBoard(2, 8, 3, blendSteps: 100).At(5).Share);
}
