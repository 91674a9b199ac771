using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Every kind of file a user may send becomes upright 8-bit sRGB on white.</summary>
public sealed class ImageCodecKindsTests
{
    [Fact]
    public void Decode_SixteenBitPng_KeepsTheHighBytes()
    {
        byte[] png = PngFiles.Of(2, 1, PngFiles.Rgb, 16, [0, 0x12, 0x34, 0x80, 0x00, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]);

        Rgb24Image image = ImageCodec.Decode(png);

        Pictures.AssertNear((0x12, 0x80, 0xFF), Pictures.At(image, 0, 0), tolerance: 1);
        Assert.Equal((0, 0, 0), Pictures.At(image, 1, 0));
    }

    [Fact]
    public void Decode_SixteenBitAlpha_IsPutOnWhite()
    {
        byte[] png = PngFiles.Of(3, 1, PngFiles.Rgba, 16,
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0x80, 0, 0x20, 0x20, 0x40, 0x40, 0x60, 0x60, 0xFF, 0xFF]);

        Rgb24Image image = ImageCodec.Decode(png);

        Assert.Equal((255, 255, 255), Pictures.At(image, 0, 0));
        Pictures.AssertNear((255, 127, 127), Pictures.At(image, 1, 0), tolerance: 1);
        Assert.Equal((0x20, 0x40, 0x60), Pictures.At(image, 2, 0));
    }

    [Fact]
    public void Decode_GreyPng_HasThreeEqualChannels()
    {
        Rgb24Image image = ImageCodec.Decode(PngFiles.Of(2, 2, PngFiles.Grey, 8, [0, 0, 77, 0, 200, 255]));

        Assert.Equal((77, 77, 77), Pictures.At(image, 1, 0));
        Assert.Equal((200, 200, 200), Pictures.At(image, 0, 1));
    }

    [Fact]
    public void Decode_SixteenBitGreyWithAlpha_IsPutOnWhite()
    {
        Rgb24Image image = ImageCodec.Decode(PngFiles.Of(2, 1, PngFiles.GreyAlpha, 16, [0, 0x40, 0x40, 0xFF, 0xFF, 0x40, 0x40, 0, 0]));

        Pictures.AssertNear((0x40, 0x40, 0x40), Pictures.At(image, 0, 0), tolerance: 1);
        Assert.Equal((255, 255, 255), Pictures.At(image, 1, 0));
    }

    [Fact]
    public void Decode_OneBitPng_IsBlackAndWhite()
    {
        Rgb24Image image = ImageCodec.Decode(PngFiles.Of(8, 1, PngFiles.Grey, 1, [0, 0b10000001]));

        Assert.Equal((255, 255, 255), Pictures.At(image, 0, 0));
        Assert.Equal((0, 0, 0), Pictures.At(image, 1, 0));
        Assert.Equal((255, 255, 255), Pictures.At(image, 7, 0));
    }

    [Fact]
    public void Decode_PalettePngWithTransparency_HasThePaletteColoursOnWhite()
    {
        byte[] png = PngFiles.Of(2, 1, PngFiles.Palette, 8, [0, 0, 1], ("PLTE", [10, 20, 30, 40, 50, 60]), ("tRNS", [255, 0]));

        Rgb24Image image = ImageCodec.Decode(png);

        Assert.Equal((10, 20, 30), Pictures.At(image, 0, 0));
        Assert.Equal((255, 255, 255), Pictures.At(image, 1, 0));
    }

    [Fact]
    public void Decode_CmykJpeg_IsCyanAndWhite()
    {
        Rgb24Image image = Fixture("cmyk.jpg");

        (int red, int green, int blue) = Pictures.At(image, 3, 8);
        Assert.True(red < 80 && green > 120 && blue > 180, $"({red}, {green}, {blue}) is not cyan");
        Pictures.AssertNear((255, 255, 255), Pictures.At(image, 12, 8), tolerance: 6);
    }

    [Fact]
    public void Decode_GreyJpeg_HasThreeEqualChannels()
    {
        Rgb24Image image = Fixture("grey.jpg");

        Pictures.AssertNear((64, 64, 64), Pictures.At(image, 3, 8), tolerance: 3);
        Pictures.AssertNear((192, 192, 192), Pictures.At(image, 12, 8), tolerance: 3);
    }

    [Fact]
    public void Decode_JpegWithColourProfile_IsConvertedToSrgb() =>
        Pictures.AssertNear((40, 180, 90), Pictures.At(Fixture("display-p3.jpg"), 8, 8), tolerance: 3);

    [Fact]
    public void Decode_WebpWithAlpha_IsPutOnWhite()
    {
        Rgb24Image image = Fixture("alpha.webp");

        Pictures.AssertNear((127, 127, 127), Pictures.At(image, 3, 8), tolerance: 1);
        Assert.Equal((255, 255, 255), Pictures.At(image, 12, 8));
    }

    [Fact]
    public void Decode_GifWithTransparency_IsPutOnWhite()
    {
        Rgb24Image image = Fixture("alpha.gif");

        Assert.Equal((0, 0, 255), Pictures.At(image, 3, 8));
        Assert.Equal((255, 255, 255), Pictures.At(image, 12, 8));
    }

    // Exif 2.3, orientation: where row 0 and column 0 of the stored picture are seen. The corner that is red in the
    // stored picture (top left) must be seen in the corner given here.
    [Theory]
    [InlineData(1, 64, 32, 0, 0)]
    [InlineData(2, 64, 32, 1, 0)]
    [InlineData(3, 64, 32, 1, 1)]
    [InlineData(4, 64, 32, 0, 1)]
    [InlineData(5, 32, 64, 0, 0)]
    [InlineData(6, 32, 64, 1, 0)]
    [InlineData(7, 32, 64, 1, 1)]
    [InlineData(8, 32, 64, 0, 1)]
    public void Decode_ExifOrientation_IsSeenUpright(byte orientation, int width, int height, int redRight, int redBottom)
    {
        Rgb24Image stored = Pictures.Plain(64, 32, 0, 0, 200);
        for (int y = 0; y < 16; y++)
        {
            for (int x = 0; x < 32; x++)
                Pictures.Set(stored, x, y, 220, 0, 0);
        }

        Rgb24Image image = ImageCodec.Decode(WithOrientation(ImageCodec.EncodeJpeg(stored), orientation));

        Assert.Equal((width, height), (image.Width, image.Height));
        Pictures.AssertNear((220, 0, 0), Pictures.At(image, redRight * (width - 1), redBottom * (height - 1)), tolerance: 10);
        Pictures.AssertNear((0, 0, 200), Pictures.At(image, (1 - redRight) * (width - 1), (1 - redBottom) * (height - 1)), tolerance: 10);
    }

    private static Rgb24Image Fixture(string name) => ImageCodec.DecodeFile(Path.Combine(AppContext.BaseDirectory, "Imaging", "Fixtures", name));

    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        // APP1 with a TIFF of one entry: tag 0x0112 (orientation), type SHORT, one value.
        byte[] app1 = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. app1, .. jpeg[2..]];
    }
}
