using VqganBot.CommandLine.Imagine;

namespace VqganBot.Tests.CommandLine;

public sealed class OutputNamesTests
{
    [Theory]
    [InlineData("chicken surf", "chicken-surf")]
    [InlineData("Chicken Surf!", "chicken-surf")]
    [InlineData("don't stop", "dont-stop")]
    [InlineData("a castle:1.5 | neon:-0.5", "a-castle-1-5-neon-0-5")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("лиса в лесу", "лиса-в-лесу")]
    [InlineData("🐔🏄", "picture")]
    [InlineData("", "picture")]
    [InlineData(null, "picture")]
    public void Slug_ReadsLikeThePrompt(string? prompt, string expected) => Assert.Equal(expected, Slug.From(prompt));

    [Fact]
    public void Slug_OfALongPrompt_IsShortAndEndsAtAWord()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("a wide red sea ", 700)));

        Assert.InRange(slug.Length, 20, 48);
        Assert.False(slug.EndsWith('-'));
        Assert.All(slug.Split('-'), word => Assert.Contains(word, (string[])["a", "wide", "red", "sea"]));
    }

    [Fact]
    public void Slug_OfOneEndlessWord_IsCut() => Assert.Equal(48, Slug.From(new string('x', 10_000)).Length);

    [Fact]
    public void Choose_NameFromThePrompt_NeverMeetsAFileThatIsThere()
    {
        var there = new HashSet<string> { "chicken-surf.png", "chicken-surf-2.png" };

        Assert.Equal(["chicken-surf-3.png"], OutputNames.Choose(null, "chicken surf", 1, there.Contains).Pictures);
    }

    [Fact]
    public void Choose_GivenName_IsUsedAsItIs() =>
        Assert.Equal(["out/x.webp"], OutputNames.Choose("out/x.webp", "chicken surf", 1, _ => true).Pictures);

    [Fact]
    public void Choose_SeveralPictures_AreNumberedAndHaveASheet()
    {
        var names = OutputNames.Choose("x.png", "chicken", 10, _ => false);

        Assert.Equal(10, names.Pictures.Count);
        Assert.Equal("x-01.png", names.Pictures[0]);
        Assert.Equal("x-10.png", names.Pictures[9]);
        Assert.Equal("x-sheet.png", names.Sheet);
    }

    [Fact]
    public void Choose_SeveralPicturesOfAPrompt_AvoidEveryFileThatIsThere()
    {
        var names = OutputNames.Choose(null, "chicken", 2, name => name == "chicken-sheet.png");

        Assert.Equal(["chicken-2-1.png", "chicken-2-2.png"], names.Pictures);
    }
}
