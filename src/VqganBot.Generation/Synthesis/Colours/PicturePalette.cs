using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>The colours that stand for a picture: k-means over its pixels, begun with colours far from each other so that a small bright spot counts.</summary>
public static class PicturePalette
{
    private const int MostPixels = 4096;
    private const int Rounds = 12;

    /// <summary>The most used colour first; fewer than asked for where the picture has no more. The same picture gives the same colours.</summary>
    public static Palette Of(Rgb24Image picture, int count = 8)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Palette.MostColours);
        double[][] pixels = Sample(picture);
        List<double[]> centres = Spread(pixels, count);
        int[] uses = new int[centres.Count];
        for (int round = 0; round < Rounds; round++)
            uses = Settle(pixels, centres);

        IEnumerable<Colour> colours = centres.Zip(uses).Where(centre => centre.Second > 0).OrderByDescending(centre => centre.Second).Select(centre => Rounded(centre.First));
        return new Palette([.. colours.Distinct()]);
    }

    private static double[][] Sample(Rgb24Image picture)
    {
        int all = picture.Width * picture.Height;
        int stride = Math.Max(1, all / MostPixels);
        return [.. Enumerable.Range(0, all / stride).Select(i => 3 * i * stride)
            .Select(i => new double[] { picture.Pixels[i], picture.Pixels[i + 1], picture.Pixels[i + 2] })];
    }

    // The mean first, then again and again the pixel that is farthest from all so far.
    private static List<double[]> Spread(double[][] pixels, int count)
    {
        List<double[]> centres = [[pixels.Average(p => p[0]), pixels.Average(p => p[1]), pixels.Average(p => p[2])]];
        while (centres.Count < count)
        {
            double[] farthest = pixels.MaxBy(pixel => centres.Min(centre => Distance(pixel, centre)))!;
            if (centres.Min(centre => Distance(farthest, centre)) == 0)
                break;
            centres.Add(farthest);
        }

        return centres;
    }

    private static int[] Settle(double[][] pixels, List<double[]> centres)
    {
        double[][] sums = [.. centres.Select(_ => new double[3])];
        int[] uses = new int[centres.Count];
        foreach (double[] pixel in pixels)
        {
            int nearest = Enumerable.Range(0, centres.Count).MinBy(i => Distance(pixel, centres[i]));
            uses[nearest]++;
            for (int channel = 0; channel < 3; channel++)
                sums[nearest][channel] += pixel[channel];
        }

        for (int i = 0; i < centres.Count; i++)
        {
            if (uses[i] > 0)
                centres[i] = [.. sums[i].Select(sum => sum / uses[i])];
        }

        return uses;
    }

    private static double Distance(double[] a, double[] b) =>
        ((a[0] - b[0]) * (a[0] - b[0])) + ((a[1] - b[1]) * (a[1] - b[1])) + ((a[2] - b[2]) * (a[2] - b[2]));

    private static Colour Rounded(double[] c) => new((byte)Math.Round(c[0]), (byte)Math.Round(c[1]), (byte)Math.Round(c[2]));
}
