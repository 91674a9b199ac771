using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class ImageCodecRoundTripTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    [InlineData(77, 31)]
    [InlineData(1, 400)]
    public void EncodePng_ThenDecode_GivesTheSamePixels(int width, int height)
    {
        Rgb24Image image = Pictures.Noise(width, height, seed: 7);

        Rgb24Image back = ImageCodec.Decode(ImageCodec.EncodePng(image));

        Assert.Equal((width, height), (back.Width, back.Height));
        Assert.Equal(image.Pixels, back.Pixels);
    }

    [Fact]
    public void EncodePng_Twice_GivesTheSameBytes()
    {
        Rgb24Image image = Pictures.Gradient(100, 60);
        var text = new Dictionary<string, string> { ["prompt"] = "chicken surf" };

        Assert.Equal(ImageCodec.EncodePng(image, text), ImageCodec.EncodePng(image, text));
    }

    [Fact]
    public void EncodeJpeg_ThenDecode_IsNear() =>
        Assert.InRange(Pictures.Difference(Pictures.Gradient(128, 96), ImageCodec.Decode(ImageCodec.EncodeJpeg(Pictures.Gradient(128, 96)))), 0, 2);

    [Fact]
    public void EncodeWebp_ThenDecode_IsNear() =>
        Assert.InRange(Pictures.Difference(Pictures.Gradient(128, 96), ImageCodec.Decode(ImageCodec.EncodeWebp(Pictures.Gradient(128, 96)))), 0, 3);

    [Fact]
    public void EncodeJpeg_LowerQuality_IsSmaller()
    {
        Rgb24Image image = Pictures.Noise(64, 64, seed: 1);

        Assert.True(ImageCodec.EncodeJpeg(image, 30).Length < ImageCodec.EncodeJpeg(image, 95).Length);
    }

    [Theory]
    [InlineData("a.png", 0x89)]
    [InlineData("folder.webp/b.JPG", 0xFF)]
    [InlineData("c.jpeg", 0xFF)]
    [InlineData("d.WebP", 'R')]
    public void EncodeByExtension_KnownEnding_WritesThatFormat(string path, int firstByte) =>
        Assert.Equal(firstByte, ImageCodec.EncodeByExtension(Pictures.Gradient(8, 8), path)[0]);

    [Theory]
    [InlineData("a.bmp")]
    [InlineData("noending")]
    [InlineData("png")]
    public void EncodeByExtension_OtherEnding_SaysWhichAreAccepted(string path)
    {
        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.EncodeByExtension(Pictures.Gradient(8, 8), path));

        Assert.Contains(".png, .jpg, .jpeg or .webp", e.Message);
    }

    [Fact]
    public void EncodeWebp_WiderThanTheFormatAllows_SaysTheLimit()
    {
        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.EncodeWebp(new Rgb24Image(16384, 1)));

        Assert.Contains("16383", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void EncodeJpeg_QualityOutOfRange_Throws(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageCodec.EncodeJpeg(Pictures.Gradient(8, 8), quality));
}
