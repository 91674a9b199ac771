using VqganBot.Bot.Replies.Sending;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Bot;

public sealed class ShownSizeTests
{
    [Theory]
    [InlineData(64, 64, 320, 320)]
    [InlineData(64, 32, 320, 160)]
    [InlineData(130, 66, 390, 198)]
    [InlineData(319, 20, 638, 40)]
    [InlineData(320, 200, 320, 200)]
    [InlineData(512, 512, 512, 512)]
    public void Of_APicture_IsAWholeMultipleNotBelowTheLeast(int width, int height, int shownWidth, int shownHeight)
    {
        var shown = ShownSize.Of(new Rgb24Image(width, height));
        Assert.Equal((shownWidth, shownHeight), (shown.Width, shown.Height));
    }

    [Fact]
    public void Of_ASmallPng_KeepsItsSettings()
    {
        var png = ImageCodec.EncodePng(new Rgb24Image(64, 64), new Dictionary<string, string> { ["VqganBot"] = "{\"seed\":7}" });
        var shown = ShownSize.Of(png);
        Assert.Equal(320, ImageCodec.Decode(shown).Width);
        Assert.Equal("{\"seed\":7}", ImageCodec.ReadPngText(shown)["VqganBot"]);
    }

    [Fact]
    public void Of_ALargePng_IsTheVeryFile()
    {
        var png = ImageCodec.EncodePng(new Rgb24Image(400, 400));
        Assert.Same(png, ShownSize.Of(png));
    }
}
