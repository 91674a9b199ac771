using VqganBot.Models;
using VqganBot.Moderation;

namespace VqganBot.Tests.Moderation;

public sealed class TermFileReaderTests
{
    private static readonly TermList Shipped = TermFileReader.Read(File.ReadAllText(Path.Combine(ModelFolders.Home, "config", "moderation.json")));

    [Theory]
    [InlineData("chicken surf")]
    [InlineData("a portrait of a young woman, oil on canvas, by Vermeer")]
    [InlineData("children playing in the snow, storybook illustration")]
    [InlineData("a lollipop, a cocktail and a shuttlecock in Essex")]
    [InlineData("naïve art, grape harvest, Dick Turpin's horse")]
    [InlineData("8K 3D unreal engine, trending on artstation")]
    public void Shipped_OrdinaryPrompts_AreLetThrough(string prompt) => Assert.Empty(Shipped.FindIn(prompt));

    [Theory]
    [InlineData("NUDE portrait", true)]
    [InlineData("p0rnographic scene", true)]
    [InlineData("l o l i", false)]
    [InlineData("ch1ld porn", false)]
    public void Shipped_WhatItIsFor_IsFound(string prompt, bool isOnlyNsfw) => Assert.Equal(isOnlyNsfw, Shipped.FindIn(prompt).All(term => term.NsfwOnly));

    [Theory]
    [InlineData("""{ "word": [] }""", "'word' is not known")]
    [InlineData("""{ "words": "x" }""", "'words' must be a list in brackets, and is String.")]
    [InlineData("""{ "words": [5] }""", "'words' has 5 in it; it takes texts in quotes.")]
    [InlineData("""{ "patterns": ["("] }""", "'patterns' has '(' in it. This is no regular expression")]
    [InlineData("[]", "must be an object in braces, and is Array.")]
    public void Read_WhatCannotBeMeant_SaysWhere(string json, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => TermFileReader.Read(json)).Message);
}
