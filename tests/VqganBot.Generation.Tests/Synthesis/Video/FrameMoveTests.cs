using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class FrameMoveTests
{
    private const int Width = 120;
    private const int Height = 80;

    [Theory]
    [InlineData(1.25, 20, -10)]
    [InlineData(0.8, 30, 15)]
    [InlineData(2, -12, 9)]
    public void Zoom_MovesAPatternOutwardsByTheFactor(double zoom, double x, double y) =>
        AssertAt(x * zoom, y * zoom, new FrameMove(zoom).Apply(Spot(x, y)));

    [Fact]
    public void Degrees_TurnCounterClockwise() => AssertAt(0, -20, new FrameMove(1, 90).Apply(Spot(20, 0)));

    [Fact]
    public void Shift_MovesRightAndDown() => AssertAt(13, -1, new FrameMove(1, 0, 8, 4).Apply(Spot(5, -5)));

    [Fact]
    public void AllTogether_ZoomsAndTurnsAboutTheCentreAndShiftsThen() => AssertAt(3, -24 + 2, new FrameMove(2, 90, 3, 2).Apply(Spot(12, 0)));

    [Theory]
    [InlineData(0.1, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(1, 181, 0)]
    [InlineData(1, 0, double.PositiveInfinity)]
    public void Check_OutOfRange_SaysTheRange(double zoom, double degrees, double shift) =>
        Assert.Contains("must lie between", Assert.Throws<PaintingRequestException>(() => new FrameMove(zoom, degrees, shift).Check()).Message);

    // A soft white spot so far from the centre.
    private static Rgb24Image Spot(double x, double y)
    {
        Rgb24Image picture = new(Width, Height);
        for (int i = 0; i < Width * Height; i++)
        {
            double dx = (i % Width) + 0.5 - (Width / 2.0) - x, dy = (i / Width) + 0.5 - (Height / 2.0) - y;
            picture.Pixels.AsSpan(i * 3, 3).Fill((byte)(255 * Math.Exp(-((dx * dx) + (dy * dy)) / 18)));
        }

        return picture;
    }

    private static void AssertAt(double x, double y, Rgb24Image picture)
    {
        double sum = 0, atX = 0, atY = 0;
        for (int i = 0; i < Width * Height; i++)
        {
            double light = picture.Pixels[i * 3];
            sum += light;
            atX += light * ((i % Width) + 0.5 - (Width / 2.0));
            atY += light * ((i / Width) + 0.5 - (Height / 2.0));
        }

        Assert.Equal(x, atX / sum, 0.3);
        Assert.Equal(y, atY / sum, 0.3);
    }
}
