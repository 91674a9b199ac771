using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Tests.Synthesis;

public sealed class PaletteTests
{
    [Fact]
    public void Parse_NamesAndNumbers_GivesTheirColours() =>
        Assert.Equal(["#000080", "#ff8800", "#ff8800", "#87ceeb"], Palette.Parse("navy, #ff8800,#F80, Sky blue").Colours.Select(colour => colour.ToString()));

    [Theory]
    [InlineData("navy, sunset", "'sunset' is no colour")]
    [InlineData("#12", "'#12' is no colour")]
    [InlineData(" , ", "1 to 64 colours, not 0")]
    public void Parse_OfSomethingElse_SaysWhatIsAccepted(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<PaintingRequestException>(() => Palette.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_APictureOfThreeColours_FindsThemMostUsedFirst()
    {
        Colour[] used = [new(10, 20, 200), new(250, 240, 10), new(255, 255, 255)];
        var picture = new Rgb24Image(60, 40);
        for (var i = 0; i < 2400; i++)
        {
            Colour colour = i % 40 == 0 ? used[2] : i % 5 < 2 ? used[1] : used[0];
            (picture.Pixels[3 * i], picture.Pixels[(3 * i) + 1], picture.Pixels[(3 * i) + 2]) = (colour.R, colour.G, colour.B);
        }

        Assert.Equal(used, PicturePalette.Of(picture, 5).Colours);
    }
}
