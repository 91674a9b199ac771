using VqganBot.Generation.Classification;
using VqganBot.Models;

namespace VqganBot.Tests.Classification;

public sealed class PromptTemplatesTests
{
    [Theory]
    [InlineData("a photo of a {}.", "cat", "a photo of a cat.")]
    [InlineData("a photo of a {}.", "apple", "a photo of an apple.")]
    [InlineData("a photo of a {}.", "the moon", "a photo of the moon.")]
    [InlineData("A {}", "an owl", "an owl")]
    [InlineData("the {}", " cat ", "the cat")]
    [InlineData("the {}", "a cat", "a cat")]
    [InlineData("pizza {}", "cat", "pizza cat")]
    [InlineData("{}", "a cat", "a cat")]
    [InlineData("a {} beside a {}", "owl", "an owl beside a {}")]
    public void Fill_PutsTheLabelIn_WithOneArticle(string template, string label, string expected) =>
        Assert.Equal([expected], PromptTemplates.Fill([template], label));

    [Fact]
    public void Fill_WithoutAPlaceForTheLabel_SaysSo() =>
        Assert.Contains("has no {}", Assert.Throws<ArgumentException>(() => PromptTemplates.Fill(["a photo"], "cat").ToArray()).Message);

    [Fact]
    public void TheShippedPhrases_CanBeRead_AndServeEveryPack()
    {
        var catalog = PhraseCatalog.Load(Path.Combine(ModelFolders.Home, "config", "phrases.json"));

        Assert.Equal(28, catalog.For("Toybox").Subjects.Count);
        Assert.True(catalog.For("imagenet-16384").Subjects.Count > 100);
        Assert.All((string[])["toybox", "other"], pack => Assert.All(
            (IReadOnlyList<string>[])[catalog.For(pack).Subjects, catalog.For(pack).Colours, catalog.For(pack).Scenes, catalog.For(pack).Styles],
            phrases => Assert.Equal(phrases.Count, phrases.Distinct(StringComparer.OrdinalIgnoreCase).Count())));
    }

    [Theory]
    [InlineData("", "not the JSON")]
    [InlineData("null", "\"general\"")]
    [InlineData("""{ "toybox": null, "general": null }""", "null")]
    [InlineData("""{ "general": { "templates": ["{}"], "subjects": ["a"], "colours": ["b"], "scenes": ["c"] } }""", "styles")]
    [InlineData("""{ "general": { "templates": ["{}"], "subjects": [], "colours": ["b"], "scenes": ["c"], "styles": ["d"] } }""", "\"subjects\" of \"general\" is empty")]
    [InlineData("""{ "general": { "templates": ["{}"], "subjects": ["a"], "colours": null, "scenes": ["c"], "styles": ["d"] } }""", "colours")]
    [InlineData("""{ "general": { "templates": ["{}"], "subjects": ["a:b"], "colours": ["b"], "scenes": ["c"], "styles": ["d"] } }""", "a:b")]
    [InlineData("""{ "general": { "templates": ["a"], "subjects": ["a"], "colours": ["b"], "scenes": ["c"], "styles": ["d"] } }""", "has no {}")]
    public void Parse_OfWhatIsNoCatalog_SaysWhatIsWrong(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => PhraseCatalog.Parse(json)).Message);
}
