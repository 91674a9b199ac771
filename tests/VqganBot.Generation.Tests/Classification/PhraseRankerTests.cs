using VqganBot.Generation.Classification;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Synthesis;

namespace VqganBot.Generation.Tests.Classification;

public sealed class PhraseRankerTests : IDisposable
{
    private readonly ModelPack _pack = TinyPack.Create();
    private readonly ClipEmbedder _embedder;

    public PhraseRankerTests() => _embedder = ClipEmbedder.Of(_pack);

    public void Dispose()
    {
        _embedder.Dispose();
        _pack.Dispose();
    }

    // With weights by chance only a text itself is sure to lie nearest: each case leaves one list to choose from.
    [Theory]
    [InlineData("a cat", "a cat")]
    [InlineData("a red cat", "a red cat")]
    [InlineData("an orange cat", "an orange cat")]
    public void Describe_ChoosesTheColourThatFits_OrNone(string shown, string expected) =>
        Assert.Equal(expected, Describe(shown, new PhraseLists { Templates = ["{}"], Subjects = ["a cat"], Colours = ["red", "orange"], Scenes = [], Styles = [] }).Prompt);

    [Theory]
    [InlineData("a cat", "a cat")]
    [InlineData("a cat at sea", "a cat at sea")]
    public void Describe_ChoosesThePlaceThatFits_OrNone(string shown, string expected) =>
        Assert.Equal(expected, Describe(shown, new PhraseLists { Templates = ["{}"], Subjects = ["a cat"], Colours = [], Scenes = ["at sea", "at it"], Styles = [] }).Prompt);

    [Fact]
    public void Describe_RanksEveryList()
    {
        PictureDescription description = Describe("dogs", new PhraseLists
        {
            Templates = ["a {}", "the {}"], Subjects = ["a cat", "dogs"], Colours = ["red", "blue"], Scenes = ["at sea"], Styles = ["neon", "ink", "oil"],
        });

        Assert.Equal("dogs", description.Subjects[0].Label);
        Assert.StartsWith("dogs", description.Prompt.Replace("red ", "").Replace("blue ", ""));
        Assert.Equal(["blue", "red"], description.Colours.Select(score => score.Label).Order());
        Assert.Equal(["at sea"], description.Scenes.Select(score => score.Label));
        Assert.Equal(["ink", "neon", "oil"], description.Styles.Select(score => score.Label).Order());
    }

    private PictureDescription Describe(string shown, PhraseLists lists) => new PhraseRanker(_embedder, lists).Describe(_embedder.Text(shown));
}
