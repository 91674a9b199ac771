using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class TransparentPngTests
{
    [Fact]
    public void EncodePng_OfATransparentPicture_IsReadByTheDecoderOverWhite_AndCarriesText()
    {
        byte[] pixels = [.. Enumerable.Range(0, 4 * 7 * 5).Select(i => (byte)(i * 37))];
        byte[] png = ImageCodec.EncodePng(new Rgba32Image(7, 5, pixels), new Dictionary<string, string> { ["Title"] = "a star" });

        Assert.Equal("a star", ImageCodec.ReadPngText(png)["Title"]);
        Rgb24Image read = ImageCodec.Decode(png);
        Assert.Equal((7, 5), (read.Width, read.Height));
        for (int i = 0; i < read.Pixels.Length; i++)
        {
            double alpha = pixels[(i / 3 * 4) + 3] / 255.0;
            Assert.Equal((pixels[(i / 3 * 4) + (i % 3)] * alpha) + (255 * (1 - alpha)), read.Pixels[i], 1.6);
        }
    }
}
