using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class PromptParserTests
{
    [Theory]
    [InlineData("chicken surf", "chicken surf", 1, double.NegativeInfinity)]
    [InlineData("  chicken surf ", "chicken surf", 1, double.NegativeInfinity)]
    [InlineData("chicken:2", "chicken", 2, double.NegativeInfinity)]
    [InlineData("chicken:0.5:0.3", "chicken", 0.5, 0.3)]
    [InlineData("chicken:.5:-.3", "chicken", 0.5, -0.3)]
    [InlineData("chicken : 2 ", "chicken", 2, double.NegativeInfinity)]
    [InlineData("chicken:1e-1", "chicken", 0.1, double.NegativeInfinity)]
    [InlineData("chicken:1:-inf", "chicken", 1, double.NegativeInfinity)]
    [InlineData("x:-1", "x", -1, double.NegativeInfinity)]
    [InlineData("x:-1:-0.9", "x", -1, -0.9)]
    [InlineData("x:0", "x", 0, double.NegativeInfinity)]
    [InlineData("a:b", "a:b", 1, double.NegativeInfinity)]
    [InlineData("a:b:3", "a:b", 3, double.NegativeInfinity)]
    [InlineData("a:1:b", "a:1:b", 1, double.NegativeInfinity)]
    [InlineData("time: 3pm", "time: 3pm", 1, double.NegativeInfinity)]
    [InlineData("time: 3pm:2", "time: 3pm", 2, double.NegativeInfinity)]
    [InlineData("a:nan", "a:nan", 1, double.NegativeInfinity)]
    [InlineData("a:infinity", "a:infinity", 1, double.NegativeInfinity)]
    [InlineData("a:1,5", "a:1,5", 1, double.NegativeInfinity)]
    [InlineData("a:0x10", "a:0x10", 1, double.NegativeInfinity)]
    [InlineData("a:", "a:", 1, double.NegativeInfinity)]
    [InlineData("http://host:8080/a", "http://host:8080/a", 1, double.NegativeInfinity)]
    [InlineData("http://host:8080/a:2", "http://host:8080/a", 2, double.NegativeInfinity)]
    [InlineData("http://host:8080/a:2:0.1", "http://host:8080/a", 2, 0.1)]
    [InlineData("http://host:8080", "http://host:8080", 1, double.NegativeInfinity)]
    [InlineData("http://host:8080:2", "http://host:8080", 2, double.NegativeInfinity)]
    [InlineData("a sign that says https://host:443", "a sign that says https://host:443", 1, double.NegativeInfinity)]
    [InlineData("https://host/a.png:0.5", "https://host/a.png", 0.5, double.NegativeInfinity)]
    [InlineData(@"ratio 16\:9", "ratio 16:9", 1, double.NegativeInfinity)]
    [InlineData(@"ratio 16\:9:2", "ratio 16:9", 2, double.NegativeInfinity)]
    [InlineData(@"left\|right", "left|right", 1, double.NegativeInfinity)]
    [InlineData(@"2\^3", "2^3", 1, double.NegativeInfinity)]
    [InlineData(@"a\\:2", @"a\", 2, double.NegativeInfinity)]
    [InlineData(@"c\d", @"c\d", 1, double.NegativeInfinity)]
    [InlineData("日本の浮世絵:2", "日本の浮世絵", 2, double.NegativeInfinity)]
    public void Parse_OnePrompt_ReadsTrailingNumbersOnly(string text, string words, double weight, double stop)
    {
        TextPrompt prompt = Assert.Single(Assert.Single(PromptParser.Parse(text)));
        Assert.Equal(new TextPrompt(words, weight, stop), prompt);
    }

    [Fact]
    public void Parse_SeveralPrompts_AreTrimmedAndKeepTheirOrder()
    {
        IReadOnlyList<TextPrompt> phrase = Assert.Single(PromptParser.Parse(" the rave | neon:0.5 |blurry:-0.3:-0.9|"));
        Assert.Equal([new("the rave"), new("neon", 0.5), new("blurry", -0.3, -0.9)], phrase);
    }

    [Fact]
    public void Parse_StoryPhrases_AreReadEach()
    {
        IReadOnlyList<IReadOnlyList<TextPrompt>> story = PromptParser.Parse("a sea | waves:2 ^ a forest ^^ a desert");
        Assert.Equal(3, story.Count);
        Assert.Equal([new("a sea"), new("waves", 2)], story[0]);
        Assert.Equal([new TextPrompt("a forest")], story[1]);
        Assert.Equal([new TextPrompt("a desert")], story[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("|")]
    [InlineData(" ^ | ^ ")]
    [InlineData("\n\t")]
    public void Parse_NothingSaid_AsksForWords(string text)
    {
        PromptException exception = Assert.Throws<PromptException>(() => PromptParser.Parse(text));
        Assert.Contains("empty", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":2")]
    [InlineData("cat|:2:0.5")]
    public void Parse_WeightWithoutWords_IsRefused(string text) => Assert.Throws<PromptException>(() => PromptParser.Parse(text));

    [Theory]
    [InlineData("year:1984", "\\:")]
    [InlineData("cat:1e400", "1e400")]
    [InlineData("cat:-1001", "-1001")]
    [InlineData("cat:1:1e9", "1e9")]
    [InlineData("cat:-inf:1", "-inf")]
    public void Parse_NumberOutOfRange_SaysTheRange(string text, string named)
    {
        PromptException exception = Assert.Throws<PromptException>(() => PromptParser.Parse(text));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.Contains("1000", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TenThousandCharacters_SaysTheLimit()
    {
        PromptException exception = Assert.Throws<PromptException>(() => PromptParser.Parse(new string('a', 10_000)));
        Assert.Contains("10,000", exception.Message, StringComparison.Ordinal);
        Assert.Contains("4,000", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AsManyCharactersAsAllowed_IsRead() => Assert.Single(PromptParser.Parse(new string('a', PromptParser.MostCharacters)));

    [Theory]
    [InlineData('|', PromptParser.MostPromptsPerPhrase)]
    [InlineData('^', PromptParser.MostPhrases)]
    public void Parse_OneTooMany_SaysTheLimit(char separator, int most)
    {
        PromptParser.Parse(string.Join(separator, Enumerable.Repeat("a", most)));
        PromptException exception = Assert.Throws<PromptException>(() => PromptParser.Parse(string.Join(separator, Enumerable.Repeat("a", most + 1))));
        Assert.Contains($"at most {most}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cat.png", "cat.png", 1)]
    [InlineData("cat.png:0.5", "cat.png", 0.5)]
    [InlineData("a:b/cat.png:-2", "a:b/cat.png", -2)]
    public void ParseFile_WithAndWithoutWeight_KeepsThePath(string text, string path, double weight) =>
        Assert.Equal(new TextPrompt(path, weight), PromptParser.ParseFile(text));

    [Fact]
    public void Parse_AnyText_IsReadOrRefusedWithASentence()
    {
        const string Alphabet = "ab 1.-+e:|^\\/h\tné😀";
        Random random = new(7);
        for (int round = 0; round < 20_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            try
            {
                foreach (TextPrompt prompt in PromptParser.Parse(text).SelectMany(phrase => phrase))
                {
                    Assert.Equal(prompt.Text.Trim(), prompt.Text);
                    Assert.NotEmpty(prompt.Text);
                    Assert.True(double.IsFinite(prompt.Weight));
                    Assert.False(double.IsNaN(prompt.Stop));
                }
            }
            catch (PromptException exception)
            {
                Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Parse_EscapedText_GivesTheTextBack()
    {
        const string Alphabet = "ab1:|^\\ .";
        Random random = new(11);
        for (int round = 0; round < 5_000; round++)
        {
            string text = "x" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])) + "x";
            string escaped = string.Concat(text.Select(c => c is ':' or '|' or '^' or '\\' ? $"\\{c}" : $"{c}"));
            Assert.Equal(new TextPrompt(text, 2, 0.25), Assert.Single(Assert.Single(PromptParser.Parse(escaped + ":2:0.25"))));
        }
    }
}
