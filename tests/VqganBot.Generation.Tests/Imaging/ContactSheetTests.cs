using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class ContactSheetTests
{
    private static readonly (int, int, int) White = (255, 255, 255);

    [Fact]
    public void Compose_FiveTilesInTwoColumns_PutsEachInItsPlace()
    {
        Rgb24Image[] tiles = [.. Enumerable.Range(0, 5).Select(i => Pictures.Plain(10, 8, (byte)(i * 10), 0, 0))];

        Rgb24Image sheet = ContactSheet.Compose(tiles, columns: 2, gap: 4);

        Assert.Equal((24, 32), (sheet.Width, sheet.Height));
        Assert.Equal((0, 0, 0), Pictures.At(sheet, 0, 0));
        Assert.Equal((10, 0, 0), Pictures.At(sheet, 14, 7));
        Assert.Equal((40, 0, 0), Pictures.At(sheet, 9, 24));
        Assert.Equal(White, Pictures.At(sheet, 10, 0));
        Assert.Equal(White, Pictures.At(sheet, 0, 8));
        Assert.Equal(White, Pictures.At(sheet, 20, 30));
    }

    [Fact]
    public void Compose_TilesOfDifferentSizes_CentresTheSmall()
    {
        Rgb24Image sheet = ContactSheet.Compose([Pictures.Plain(10, 10, 1, 1, 1), Pictures.Plain(4, 6, 2, 2, 2)], columns: 2, gap: 0);

        Assert.Equal((20, 10), (sheet.Width, sheet.Height));
        Assert.Equal(White, Pictures.At(sheet, 12, 5));
        Assert.Equal((2, 2, 2), Pictures.At(sheet, 13, 2));
        Assert.Equal((2, 2, 2), Pictures.At(sheet, 16, 7));
        Assert.Equal(White, Pictures.At(sheet, 17, 5));
    }

    [Fact]
    public void Compose_FewerTilesThanColumns_IsAsWideAsTheTiles() =>
        Assert.Equal(10, ContactSheet.Compose([Pictures.Gradient(10, 10)], columns: 4).Width);

    [Fact]
    public void Compose_NoTiles_Throws() => Assert.Throws<ArgumentException>(() => ContactSheet.Compose([], columns: 2));
}
