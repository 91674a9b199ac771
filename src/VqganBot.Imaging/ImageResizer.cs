namespace VqganBot.Imaging;

/// <summary>Changes the size of pictures.</summary>
public static class ImageResizer
{
    /// <summary>Resamples with a Lanczos window of three lobes to exactly the given size; the aspect ratio is not kept.</summary>
    public static Rgb24Image Lanczos(Rgb24Image image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);

        // The pass that shrinks most goes first in effect: rows that no output row needs are never many, so the order is
        // fixed as in the reference programs (Pillow's resize): across, rounded to bytes, then down.
        Rgb24Image across = width == image.Width ? image : Across(image, LanczosWeights.Between(image.Width, width));
        if (height != across.Height)
            return Down(across, LanczosWeights.Between(across.Height, height));
        return ReferenceEquals(across, image) ? new Rgb24Image(width, height, image.Pixels.AsSpan().ToArray()) : across;
    }

    private static Rgb24Image Across(Rgb24Image image, LanczosWeights weights)
    {
        var result = new Rgb24Image(weights.Count, image.Height);
        for (int y = 0; y < image.Height; y++)
        {
            ReadOnlySpan<byte> source = image.Row(y);
            Span<byte> target = result.Row(y);
            for (int x = 0; x < weights.Count; x++)
            {
                int at = weights.First(x) * 3;
                int red = LanczosWeights.Half, green = LanczosWeights.Half, blue = LanczosWeights.Half;
                foreach (int weight in weights.Of(x))
                {
                    red += source[at] * weight;
                    green += source[at + 1] * weight;
                    blue += source[at + 2] * weight;
                    at += 3;
                }
                target[x * 3] = LanczosWeights.ToByte(red);
                target[x * 3 + 1] = LanczosWeights.ToByte(green);
                target[x * 3 + 2] = LanczosWeights.ToByte(blue);
            }
        }
        return result;
    }

    private static Rgb24Image Down(Rgb24Image image, LanczosWeights weights)
    {
        var result = new Rgb24Image(image.Width, weights.Count);
        int[] sums = new int[image.Width * 3];
        for (int y = 0; y < weights.Count; y++)
        {
            Array.Fill(sums, LanczosWeights.Half);
            int row = weights.First(y);
            foreach (int weight in weights.Of(y))
            {
                ReadOnlySpan<byte> source = image.Row(row++);
                for (int i = 0; i < sums.Length; i++)
                    sums[i] += source[i] * weight;
            }

            Span<byte> target = result.Row(y);
            for (int i = 0; i < sums.Length; i++)
                target[i] = LanczosWeights.ToByte(sums[i]);
        }
        return result;
    }
}
