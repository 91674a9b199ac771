using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class ImageResizerTests
{
    [Theory]
    [InlineData(64, 64, 224, 224)]
    [InlineData(512, 300, 224, 224)]
    [InlineData(100, 100, 1, 1)]
    [InlineData(1, 1, 17, 5)]
    [InlineData(333, 77, 16, 401)]
    [InlineData(50, 40, 50, 40)]
    public void Lanczos_AnySize_IsExact(int fromWidth, int fromHeight, int width, int height)
    {
        Rgb24Image result = ImageResizer.Lanczos(Pictures.Noise(fromWidth, fromHeight, seed: 5), width, height);

        Assert.Equal((width, height), (result.Width, result.Height));
    }

    [Fact]
    public void Lanczos_SameSize_IsACopy()
    {
        Rgb24Image image = Pictures.Noise(30, 20, seed: 2);

        Rgb24Image result = ImageResizer.Lanczos(image, 30, 20);

        Assert.Equal(image.Pixels, result.Pixels);
        Assert.NotSame(image.Pixels, result.Pixels);
    }

    [Fact]
    public void Lanczos_PlainColour_StaysThatColour() =>
        Assert.Equal(Pictures.Plain(91, 13, 10, 200, 255).Pixels, ImageResizer.Lanczos(Pictures.Plain(64, 64, 10, 200, 255), 91, 13).Pixels);

    // A step from 0 to 255 in the middle of 4 pixels, widened to 8, worked out with NumPy from sinc(x)·sinc(x/3):
    // 9.72, -14.01, -24.8, 53.78, 201.22, 279.8, 269.01, 245.28.
    [Fact]
    public void Lanczos_StepEnlarged_HasTheKnownValues()
    {
        var step = new Rgb24Image(4, 1, [0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255]);

        Rgb24Image result = ImageResizer.Lanczos(step, 8, 1);

        int[] red = [.. Enumerable.Range(0, 8).Select(x => Pictures.At(result, x, 0).Red)];
        Assert.Equal(KnownStep, red);
    }

    [Theory]
    [InlineData(40, 30, 23, 17)]
    [InlineData(20, 25, 64, 41)]
    [InlineData(90, 8, 9, 24)]
    public void Lanczos_Noise_AgreesWithTheDefinition(int fromWidth, int fromHeight, int width, int height)
    {
        // The values stay in the middle of the range, for sums outside it are cut between the two passes.
        Rgb24Image image = Pictures.Noise(fromWidth, fromHeight, seed: 11);
        for (int i = 0; i < image.Pixels.Length; i++)
            image.Pixels[i] = (byte)(96 + image.Pixels[i] / 4);

        Rgb24Image result = ImageResizer.Lanczos(image, width, height);

        for (int y = 0; y < height; y += 3)
        {
            for (int x = 0; x < width; x += 3)
            {
                // Half for the rounding at the end, the rest for the rounding between the two passes.
                Assert.InRange(Pictures.At(result, x, y).Green - Sample(image, x, y, width, height), -1.5, 1.5);
            }
        }
    }

    private static int[] KnownStep => [10, 0, 0, 54, 201, 255, 255, 245];

    // The double sum of the definition, in floating point, without passes.
    private static double Sample(Rgb24Image image, int x, int y, int width, int height)
    {
        double sum = 0, weights = 0;
        for (int v = 0; v < image.Height; v++)
        {
            double down = Kernel(v, y, image.Height, height);
            for (int u = 0; u < image.Width; u++)
            {
                double weight = down * Kernel(u, x, image.Width, width);
                weights += weight;
                sum += weight * Pictures.At(image, u, v).Green;
            }
        }
        return sum / weights;
    }

    private static double Kernel(int source, int target, int sourceSize, int targetSize)
    {
        double scale = (double)sourceSize / targetSize;
        double x = (source + 0.5 - (target + 0.5) * scale) / Math.Max(1, scale);
        return Math.Abs(x) >= 3 ? 0 : x == 0 ? 1 : 3 * Math.Sin(Math.PI * x) * Math.Sin(Math.PI * x / 3) / (Math.PI * Math.PI * x * x);
    }
}
