namespace VqganBot.Imaging;

/// <summary>A picture with transparency: 8-bit sRGB and opacity, not premultiplied, rows from the top, four bytes a pixel.</summary>
public sealed class Rgba32Image
{
    /// <summary>A picture over the given pixels, which are not copied.</summary>
    /// <exception cref="ArgumentException">The array is not width × height × 4 bytes long.</exception>
    public Rgba32Image(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (pixels.Length != 4L * width * height)
            throw new ArgumentException($"A {width}x{height} picture with transparency has {4L * width * height} bytes of pixels, but {pixels.Length} were given.", nameof(pixels));

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Red, green, blue and opacity of each pixel, row by row.</summary>
    public byte[] Pixels { get; }
}
