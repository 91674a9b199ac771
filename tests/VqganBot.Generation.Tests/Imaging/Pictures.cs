using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Pictures the imaging tests work on.</summary>
internal static class Pictures
{
    /// <summary>Soft ramps in each channel: kind to lossy formats, and no two pixels near each other are equal.</summary>
    public static Rgb24Image Gradient(int width, int height)
    {
        var image = new Rgb24Image(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                Set(image, x, y, (byte)(x * 255 / width), (byte)(y * 255 / height), (byte)((x + y) * 255 / (width + height)));
        }
        return image;
    }

    public static Rgb24Image Noise(int width, int height, int seed)
    {
        var image = new Rgb24Image(width, height);
        new Random(seed).NextBytes(image.Pixels);
        return image;
    }

    public static Rgb24Image Plain(int width, int height, byte red, byte green, byte blue)
    {
        var image = new Rgb24Image(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                Set(image, x, y, red, green, blue);
        }
        return image;
    }

    public static void Set(Rgb24Image image, int x, int y, byte red, byte green, byte blue)
    {
        int at = (y * image.Width + x) * 3;
        (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = (red, green, blue);
    }

    public static (int Red, int Green, int Blue) At(Rgb24Image image, int x, int y)
    {
        int at = (y * image.Width + x) * 3;
        return (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]);
    }

    /// <summary>The mean difference of a channel value.</summary>
    public static double Difference(Rgb24Image a, Rgb24Image b)
    {
        Assert.Equal((a.Width, a.Height), (b.Width, b.Height));
        double sum = 0;
        for (int i = 0; i < a.Pixels.Length; i++)
            sum += Math.Abs(a.Pixels[i] - b.Pixels[i]);
        return sum / a.Pixels.Length;
    }

    public static void AssertNear((int Red, int Green, int Blue) expected, (int Red, int Green, int Blue) actual, int tolerance)
    {
        bool near = Math.Abs(expected.Red - actual.Red) <= tolerance
            && Math.Abs(expected.Green - actual.Green) <= tolerance
            && Math.Abs(expected.Blue - actual.Blue) <= tolerance;
        Assert.True(near, $"{actual} is not within {tolerance} of {expected}");
    }
}
