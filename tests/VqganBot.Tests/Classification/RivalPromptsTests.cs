using VqganBot.Generation.Drafts;

namespace VqganBot.Tests.Classification;

public sealed class RivalPromptsTests
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Vocabulary =
    [
        ["cat, cats, kitten", "dog", "mountain, mountains"],
        ["red", "blue, azure", "green"],
        ["in front of mountains, in the alps", "at night"],
    ];

    [Theory]
    [InlineData("a red kitten", "a blue kitten|a green kitten|a red dog|a red mountain")]
    [InlineData("Cats at night", "dog at night|mountain at night|Cats in front of mountains")]
    [InlineData("a dog in front of mountains", "a cat in front of mountains|a mountain in front of mountains|a dog at night")]
    [InlineData("a dog and a dog", "a cat and a dog|a mountain and a dog|a dog and a cat|a dog and a mountain")]
    [InlineData("azure", "red|green")]
    [InlineData("a category of infrared", "")]
    [InlineData("", "")]
    public void Of_APrompt_HasOneWordExchangedInEach(string prompt, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), RivalPrompts.Of(prompt, Vocabulary));

    [Fact]
    public void Of_WordsThatMeanSomethingInAPattern_AreTakenAsTheyStand() =>
        Assert.Equal(["a (x+"], RivalPrompts.Of("a c++", [["c++", "(x+"]]));

    [Fact]
    public void Of_NoVocabulary_HasNone() => Assert.Empty(RivalPrompts.Of("a red kitten", []));
}
