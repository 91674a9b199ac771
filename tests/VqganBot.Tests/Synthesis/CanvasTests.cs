using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class CanvasTests
{
    [Theory]
    [InlineData(128, 128, 16, 128, 128)]
    [InlineData(130, 127, 16, 128, 112)]
    [InlineData(33, 47, 16, 32, 32)]
    [InlineData(70, 65, 8, 64, 64)]
    [InlineData(2048, 2048, 16, 2048, 2048)]
    [InlineData(8192, 512, 16, 8192, 512)]
    public void Fit_SizeWithinLimits_RoundsDownToWholeCells(int width, int height, int factor, int w, int h)
    {
        Canvas canvas = Canvas.Fit(width, height, factor);
        Assert.Equal((w, h), (canvas.Width, canvas.Height));
        Assert.Equal((w / factor, h / factor), (canvas.Columns, canvas.Rows));
    }

    [Theory]
    [InlineData(1, 1, "32x32")]
    [InlineData(0, 64, "32x64")]
    [InlineData(-5, -5, "32x32")]
    [InlineData(512, 31, "512x32")]
    [InlineData(int.MinValue, int.MaxValue, "32x")]
    public void Fit_TooSmall_SaysTheNearestSize(int width, int height, string nearest)
    {
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => Canvas.Fit(width, height, 16));
        Assert.Contains(nearest, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, 100_000, "2048x2048")]
    [InlineData(int.MaxValue, int.MaxValue, "2048x2048")]
    [InlineData(4096, 2048, "2896x1440")]
    [InlineData(100_000, 32, "8192x32")]
    [InlineData(int.MaxValue, 32, "8192x32")]
    public void Fit_TooLarge_SaysTheLimitAndTheNearestSize(int width, int height, string nearest)
    {
        PaintingRequestException exception = Assert.Throws<PaintingRequestException>(() => Canvas.Fit(width, height, 16));
        Assert.Contains("4194304", exception.Message, StringComparison.Ordinal);
        Assert.Contains(nearest, exception.Message, StringComparison.Ordinal);
        int[] sides = [.. nearest.Split('x').Select(int.Parse)];
        Canvas.Fit(sides[0], sides[1], 16);
    }
}
