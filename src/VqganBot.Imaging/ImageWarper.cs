using System.Numerics;

namespace VqganBot.Imaging;

/// <summary>Moves pictures about.</summary>
public static class ImageWarper
{
    private const int Taps = 4;

    /// <summary>Reads the picture at other places by cubic convolution (Keys 1981, a = −1/2); beyond its edges it is mirrored.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="source">From a point of the result to the point of the picture it shows, in pixels from the upper left corner.</param>
    /// <returns>A picture of the same size.</returns>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    public static Rgb24Image Bicubic(Rgb24Image image, Matrix3x2 source)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!float.IsFinite(source.M11 + source.M12 + source.M21 + source.M22 + source.M31 + source.M32))
            throw new ArgumentException($"A picture can only be moved by finite numbers, not by {source}.", nameof(source));

        var result = new Rgb24Image(image.Width, image.Height);
        Span<float> across = stackalloc float[Taps], down = stackalloc float[Taps];
        Span<int> columns = stackalloc int[Taps], rows = stackalloc int[Taps];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                Vector2 place = Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), source) - new Vector2(0.5f);
                Place(place.X, image.Width, across, columns);
                Place(place.Y, image.Height, down, rows);
                Read(image, across, columns, down, rows).CopyTo(result.Pixels, ((y * image.Width) + x) * 3);
            }
        }

        return result;
    }

    private static Pixel Read(Rgb24Image image, ReadOnlySpan<float> across, ReadOnlySpan<int> columns, ReadOnlySpan<float> down, ReadOnlySpan<int> rows)
    {
        Vector3 sum = default;
        for (int j = 0; j < Taps; j++)
        {
            ReadOnlySpan<byte> row = image.Row(rows[j]);
            Vector3 line = default;
            for (int i = 0; i < Taps; i++)
                line += new Vector3(row[3 * columns[i]], row[(3 * columns[i]) + 1], row[(3 * columns[i]) + 2]) * across[i];
            sum += line * down[j];
        }

        return new Pixel(sum);
    }

    private static void Place(float at, int count, Span<float> weights, Span<int> indices)
    {
        float whole = MathF.Floor(at), part = at - whole;
        for (int i = 0; i < Taps; i++)
        {
            weights[i] = Kernel(MathF.Abs(part + 1 - i));
            indices[i] = Mirrored(whole - 1 + i, count);
        }
    }

    // The edge pixel comes twice, as its own mirror image. In floats: a point far outside has no whole number to fall over.
    private static int Mirrored(float index, int count)
    {
        float period = 2f * count;
        float within = index - (MathF.Floor(index / period) * period);
        return (int)Math.Clamp(within < count ? within : period - 1 - within, 0, count - 1);
    }

    private static float Kernel(float x) => x < 1
        ? (((1.5f * x) - 2.5f) * x * x) + 1
        : x < 2 ? (((((-0.5f * x) + 2.5f) * x) - 4) * x) + 2 : 0;

    private readonly record struct Pixel(Vector3 Value)
    {
        public void CopyTo(byte[] pixels, int at)
        {
            Vector3 rounded = Vector3.Clamp(Value + new Vector3(0.5f), Vector3.Zero, new Vector3(255));
            (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)rounded.X, (byte)rounded.Y, (byte)rounded.Z);
        }
    }
}
