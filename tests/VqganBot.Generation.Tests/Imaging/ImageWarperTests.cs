using System.Numerics;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class ImageWarperTests
{
    [Fact]
    public void Bicubic_Identity_GivesTheSamePixels()
    {
        Rgb24Image picture = Pictures.Noise(13, 7, 1);
        Assert.Equal(picture.Pixels, ImageWarper.Bicubic(picture, Matrix3x2.Identity).Pixels);
    }

    [Fact]
    public void Bicubic_HalfAPixel_IsKeysFourTapsExactly()
    {
        Rgb24Image picture = Pictures.Noise(9, 3, 2);
        Rgb24Image moved = ImageWarper.Bicubic(picture, Matrix3x2.CreateTranslation(0.5f, 0));
        int Red(int x) => Pictures.At(picture, x, 1).Red;
        // a = -1/2 at half a pixel: -1/16, 9/16, 9/16, -1/16.
        int expected = (int)Math.Clamp(Math.Floor(((9.0 * (Red(4) + Red(5))) - Red(3) - Red(6)) / 16 + 0.5), 0, 255);
        Assert.Equal(expected, Pictures.At(moved, 4, 1).Red);
    }

    [Fact]
    public void Bicubic_BeyondTheEdge_IsMirrored()
    {
        Rgb24Image picture = Pictures.Noise(6, 4, 3);
        Rgb24Image moved = ImageWarper.Bicubic(picture, Matrix3x2.CreateTranslation(-6, 4));
        for (int x = 0; x < 6; x++)
            Assert.Equal(Pictures.At(picture, 5 - x, 3), Pictures.At(moved, x, 0));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Bicubic_NoNumber_Throws(float shift) =>
        Assert.Throws<ArgumentException>(() => ImageWarper.Bicubic(new Rgb24Image(2, 2), Matrix3x2.CreateTranslation(shift, 0)));

    [Fact]
    public void Bicubic_VeryFarOutside_StillReadsThePicture() =>
        Assert.Equal((7, 7, 7), Pictures.At(ImageWarper.Bicubic(Pictures.Plain(3, 3, 7, 7, 7), Matrix3x2.CreateTranslation(1e30f, -1e30f)), 1, 1));
}
