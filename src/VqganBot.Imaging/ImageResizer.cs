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
        Rgb24Image across = width == image.Width ? image : Across(image, ResamplingWeights.Lanczos(image.Width, width), 0, image.Height);
        if (height != across.Height)
            return Down(across, ResamplingWeights.Lanczos(across.Height, height), 0);
        return ReferenceEquals(across, image) ? new Rgb24Image(width, height, image.Pixels.AsSpan().ToArray()) : across;
    }

    /// <summary>
    /// The middle of a picture as CLIP is shown it: the shorter side becomes <paramref name="side"/> pixels long, the longer
    /// one is cut on both ends. Bicubic with antialiasing, after torchvision's Resize and CenterCrop of a Pillow image.
    /// </summary>
    /// <returns>A square; the picture itself where it is that square already.</returns>
    public static Rgb24Image BicubicSquare(Rgb24Image image, int side)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(side);
        if (image.Width == side && image.Height == side)
            return image;

        int shorter = Math.Min(image.Width, image.Height);
        // Only what the square needs is computed, so that a strip one pixel high costs no more than another picture.
        ResamplingWeights rows = Middle(image.Height);
        Rgb24Image across = Across(image, Middle(image.Width), rows.Start, rows.End - rows.Start);
        return Down(across, rows, rows.Start);

        ResamplingWeights Middle(int length)
        {
            long resized = (long)side * length / shorter;
            return ResamplingWeights.Bicubic(length, resized, (long)Math.Round((resized - side) / 2.0), side);
        }
    }

    private static Rgb24Image Across(Rgb24Image image, ResamplingWeights weights, int top, int rows)
    {
        var result = new Rgb24Image(weights.Count, rows);
        for (int y = 0; y < rows; y++)
        {
            ReadOnlySpan<byte> source = image.Row(top + y);
            Span<byte> target = result.Row(y);
            for (int x = 0; x < weights.Count; x++)
            {
                int at = weights.First(x) * 3;
                int red = ResamplingWeights.Half, green = ResamplingWeights.Half, blue = ResamplingWeights.Half;
                foreach (int weight in weights.Of(x))
                {
                    red += source[at] * weight;
                    green += source[at + 1] * weight;
                    blue += source[at + 2] * weight;
                    at += 3;
                }
                target[x * 3] = ResamplingWeights.ToByte(red);
                target[x * 3 + 1] = ResamplingWeights.ToByte(green);
                target[x * 3 + 2] = ResamplingWeights.ToByte(blue);
            }
        }
        return result;
    }

    // The first row of the picture is the one that the weights count as the top-th.
    private static Rgb24Image Down(Rgb24Image image, ResamplingWeights weights, int top)
    {
        var result = new Rgb24Image(image.Width, weights.Count);
        int[] sums = new int[image.Width * 3];
        for (int y = 0; y < weights.Count; y++)
        {
            Array.Fill(sums, ResamplingWeights.Half);
            int row = weights.First(y) - top;
            foreach (int weight in weights.Of(y))
            {
                ReadOnlySpan<byte> source = image.Row(row++);
                for (int i = 0; i < sums.Length; i++)
                    sums[i] += source[i] * weight;
            }

            Span<byte> target = result.Row(y);
            for (int i = 0; i < sums.Length; i++)
                target[i] = ResamplingWeights.ToByte(sums[i]);
        }
        return result;
    }
}
