using VqganBot.CommandLine.Options;

namespace VqganBot.Tests.CommandLine;

public sealed class WeightedFileTests
{
    [Theory]
    [InlineData("photo.jpg", "photo.jpg", 1)]
    [InlineData("photo.jpg:0.5", "photo.jpg", 0.5)]
    [InlineData("photo.jpg:-2", "photo.jpg", -2)]
    [InlineData("a:b.jpg", "a:b.jpg", 1)]
    [InlineData("a:b.jpg:3", "a:b.jpg", 3)]
    [InlineData("photo.jpg:NaN", "photo.jpg:NaN", 1)]
    public void Parse_OnlyATrailingNumber_IsAWeight(string text, string path, double weight) =>
        Assert.Equal(new WeightedFile(path, weight), WeightedFile.Parse(text));
}
