namespace VqganBot.Imaging;

/// <summary>A picture in memory: 8-bit sRGB, rows from the top, three bytes a pixel. The only picture type outside tensors.</summary>
public sealed class Rgb24Image
{
    /// <summary>A black picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is not positive, or the picture would not fit into one array.</exception>
    public Rgb24Image(int width, int height)
        : this(width, height, new byte[ByteCount(width, height)])
    {
    }

    /// <summary>A picture over the given pixels, which are not copied.</summary>
    /// <exception cref="ArgumentException">The array is not width × height × 3 bytes long.</exception>
    public Rgb24Image(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        int expected = ByteCount(width, height);
        if (pixels.Length != expected)
            throw new ArgumentException($"A {width}x{height} picture has {expected} bytes of pixels, but {pixels.Length} were given.", nameof(pixels));

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Red, green, blue of each pixel, row by row.</summary>
    public byte[] Pixels { get; }

    /// <summary>The bytes of one row.</summary>
    internal Span<byte> Row(int y) => Pixels.AsSpan(y * Width * 3, Width * 3);

    private static int ByteCount(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        long pixels = (long)width * height;
        if (pixels > Array.MaxLength / 3)
            throw new ArgumentOutOfRangeException(nameof(width), $"A picture of {width}x{height} has more pixels than one array can hold ({Array.MaxLength / 3}).");
        return (int)pixels * 3;
    }
}
