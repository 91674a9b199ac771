using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class Rgb24ImageTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-3, 5)]
    [InlineData(100_000, 100_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Constructor_SizeThatCannotBe_Throws(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rgb24Image(width, height));

    [Fact]
    public void Constructor_WrongNumberOfBytes_SaysBothNumbers()
    {
        var e = Assert.Throws<ArgumentException>(() => new Rgb24Image(2, 3, new byte[17]));

        Assert.Contains("18", e.Message);
        Assert.Contains("17", e.Message);
    }

    [Fact]
    public void Constructor_SizeOnly_IsBlack() => Assert.All(new Rgb24Image(3, 2).Pixels, value => Assert.Equal(0, value));
}
