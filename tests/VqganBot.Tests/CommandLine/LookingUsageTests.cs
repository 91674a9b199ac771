using VqganBot.CommandLine.Classify;

namespace VqganBot.Tests.CommandLine;

public sealed class LookingUsageTests
{
    [Theory]
    [InlineData("--labels named 1 different label;", "classify", "x.png", "--labels", "cat, cat,")]
    [InlineData("--labels", "classify", "x.png")]
    [InlineData("--template was given 'a photo'", "classify", "x.png", "--labels", "a,b", "--template", "a photo")]
    [InlineData("--top was given '0'", "classify", "x.png", "--labels", "a,b", "--top", "0")]
    [InlineData("Say what to look for", "search", ".")]
    [InlineData("Say what to look for", "search", ".", " ")]
    [InlineData("must end in .png", "search", ".", "cat", "--out", "sheet.bmp")]
    [InlineData("from 1 to 1000", "search", ".", "cat", "--top", "1001")]
    public void WrongUsage_IsNamed_WithExitCodeTwo(string expected, params string[] args)
    {
        var (code, output, error) = CommandLineRunner.Run(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error);
    }

    [Theory]
    [InlineData("There is no folder", "search", "/no/such/folder", "cat")]
    [InlineData("which does not exist", "search", ".", "--like", "/no/such/picture.png")]
    [InlineData("There is no model", "search", ".", "cat", "--model", "nothing")]
    [InlineData("There is no model", "describe", "x.png", "--model", "nothing")]
    public void WhatIsNotThere_IsNamed(string expected, params string[] args)
    {
        var (code, output, error) = CommandLineRunner.Run(args);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(expected, error);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "██████████████████████████████")]
    [InlineData(0.5, "███████████████")]
    [InlineData(1 / 240.0, "▏")]
    [InlineData(9 / 240.0, "█▏")]
    public void Bar_HasTheLengthOfTheShare(double share, string expected) => Assert.Equal(expected, ScoreTable.Bar(share));
}
