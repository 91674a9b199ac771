using VqganBot.Generation.Synthesis;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

public sealed class PromptComposerTests
{
    [Theory]
    [InlineData("a sea", null, null, "a sea")]
    [InlineData("a sea: 3pm | fog:-0.5", "", " ", "a sea: 3pm | fog:-0.5")]
    [InlineData("a sea", "oil painting", null, "a sea, oil painting")]
    [InlineData("a sea", null, "blurry", "a sea | blurry:-0.5")]
    [InlineData("a sea:2 | fog:-0.3:-0.9 ^ a forest", "pixelart", "text", "a sea, pixelart:2 | fog:-0.3:-0.9 | text:-0.5 ^ a forest, pixelart | text:-0.5")]
    public void Compose_PutsStyleAndNegativeWhereTheyBelong(string prompt, string? style, string? negative, string composed)
    {
        Assert.Equal(composed, PromptComposer.Compose(Order(prompt, style, negative)));
    }

    [Theory]
    [InlineData("at 3:15|b", "ratio 16:9", "logo: 7 | frame ^ \\")]
    [InlineData("http://host:80", "C:\\dir", "a\\|b")]
    [InlineData("x:1e-3", "y:", ":5")]
    public void Compose_WordsOfSeparators_AreReadBackAsWords(string prompt, string style, string negative)
    {
        var asked = PromptParser.Parse(prompt);

        var read = PromptParser.Parse(PromptComposer.Compose(Order(prompt, style, negative)));

        var expected = asked[0].Select(part => part with { Text = $"{part.Text}, {style}" }).Append(new TextPrompt(negative.Trim(), -0.5));
        Assert.Equal(expected, read[0]);
    }

    [Fact]
    public void Compose_WhatCannotBeRead_SaysSo() => Assert.Throws<PromptException>(() => PromptComposer.Compose(Order(" ", "oil", null)));

    private static JobOrder Order(string prompt, string? style, string? negative) =>
        JobsFixture.MakeJob(1, default, 1, 3, 1, order => order with { Prompt = prompt, StyleWords = style, Negative = negative }).Order;
}
