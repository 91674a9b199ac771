using VqganBot.CommandLine.Options;

namespace VqganBot.Tests.CommandLine;

public sealed class PictureSizeTests
{
    [Theory]
    [InlineData("128x96", 128, 96)]
    [InlineData("128X96", 128, 96)]
    [InlineData("128×96", 128, 96)]
    [InlineData(" 131 x 97 ", 131, 97)]
    [InlineData("1x1", 1, 1)]
    [InlineData("100000x100000", 100000, 100000)]
    public void TryParse_WidthAndHeight_ReadsBoth(string text, int width, int height)
    {
        Assert.True(PictureSize.TryParse(text, out var size));
        Assert.Equal(new PictureSize(width, height), size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("128")]
    [InlineData("128x")]
    [InlineData("axb")]
    [InlineData("-1x5")]
    [InlineData("1.5x2")]
    [InlineData("1x2x3")]
    [InlineData("0x5")]
    public void TryParse_AnythingElse_Refuses(string text) => Assert.False(PictureSize.TryParse(text, out _));
}
