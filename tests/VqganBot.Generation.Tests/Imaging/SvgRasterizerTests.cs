using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class SvgRasterizerTests
{
    private const string Quarters = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
          <rect x="0" y="0" width="5" height="5" fill="#ff0000"/>
          <rect x="5" y="0" width="5" height="5" fill="rgb(0,128,0)"/>
          <circle cx="2.5" cy="7.5" r="2" fill="#102030"/>
        </svg>
        """;

    [Theory]
    [InlineData(64)]
    [InlineData(10)]
    [InlineData(301)]
    public void Rasterize_Drawing_HasItsColoursAtTheirPlaces(int size)
    {
        Rgb24Image image = SvgRasterizer.Rasterize(Quarters, size, size);

        Assert.Equal((size, size), (image.Width, image.Height));
        Assert.Equal((255, 0, 0), Pictures.At(image, size / 4, size / 4));
        Assert.Equal((0, 128, 0), Pictures.At(image, size * 3 / 4, size / 4));
        Assert.Equal((16, 32, 48), Pictures.At(image, size / 4, size * 3 / 4));
        Assert.Equal((255, 255, 255), Pictures.At(image, size * 3 / 4, size * 3 / 4));
    }

    [Fact]
    public void Rasterize_SizeInsteadOfViewBox_IsScaled()
    {
        Rgb24Image image = SvgRasterizer.Rasterize("""<svg xmlns="http://www.w3.org/2000/svg" width="4px" height="4"><rect width="4" height="2" fill="blue"/></svg>""", 40, 40);

        Assert.Equal((0, 0, 255), Pictures.At(image, 39, 19));
        Assert.Equal((255, 255, 255), Pictures.At(image, 39, 20));
    }

    [Fact]
    public void Rasterize_HalfTransparent_IsMixedWithWhite()
    {
        Rgb24Image image = SvgRasterizer.Rasterize("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="black" opacity="0.5"/></svg>""", 8, 8);

        Pictures.AssertNear((128, 128, 128), Pictures.At(image, 4, 4), tolerance: 1);
    }

    [Fact]
    public void Rasterize_ManyThreads_AllAgree()
    {
        byte[] expected = SvgRasterizer.Rasterize(Quarters, 64, 64).Pixels;

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            Assert.Equal(expected, SvgRasterizer.Rasterize(Quarters, 64, 64).Pixels));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<svg")]
    [InlineData("<html/>")]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>""")]
    public void Rasterize_NotAnSvg_SaysSo(string svg)
    {
        var e = Assert.Throws<ImageCodecException>(() => SvgRasterizer.Rasterize(svg, 8, 8));

        Assert.StartsWith("The drawing could not be rendered", e.Message);
    }
}
