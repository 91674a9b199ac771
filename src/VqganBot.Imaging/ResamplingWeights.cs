namespace VqganBot.Imaging;

/// <summary>For each output pixel of a line: which input pixels it is made of, and their weights in fixed point.</summary>
internal sealed class ResamplingWeights
{
    /// <summary>One half in fixed point: the start of each sum, so that it rounds instead of truncating.</summary>
    public const int Half = 1 << (FractionBits - 1);

    private const double Lobes = 3;
    private const double CubicReach = 2;

    // 8 bits for the value, 22 for the fraction, and 2 for the sign and the sums over 1 that negative lobes allow.
    private const int FractionBits = 22;

    private readonly int[] _first;
    private readonly int[][] _weights;

    private ResamplingWeights(int count)
    {
        _first = new int[count];
        _weights = new int[count][];
    }

    public int Count => _first.Length;

    /// <summary>The first input pixel that any output pixel needs.</summary>
    public int Start => _first[0];

    /// <summary>The one behind the last.</summary>
    public int End => _first[^1] + _weights[^1].Length;

    public static ResamplingWeights Lanczos(int from, int to) => Between(from, to, 0, to, Lobes, Lanczos);

    /// <summary>Those of <paramref name="count"/> output pixels, beginning with <paramref name="skipped"/>, of a line resampled to <paramref name="to"/>.</summary>
    public static ResamplingWeights Bicubic(int from, long to, long skipped, int count) => Between(from, to, skipped, count, CubicReach, Cubic);

    public int First(int index) => _first[index];

    public ReadOnlySpan<int> Of(int index) => _weights[index];

    public static byte ToByte(int sum) => (byte)Math.Clamp(sum >> FractionBits, 0, 255);

    private static ResamplingWeights Between(int from, long to, long skipped, int count, double reach, Func<double, double> kernel)
    {
        var weights = new ResamplingWeights(count);
        double scale = (double)from / to;
        // When a picture shrinks the window widens with it, so that every input pixel counts (no aliasing).
        double stretch = Math.Max(scale, 1);
        double support = reach * stretch;

        for (int i = 0; i < count; i++)
        {
            double centre = (skipped + i + 0.5) * scale;
            int first = Math.Max((int)(centre - support + 0.5), 0);
            int end = Math.Min((int)(centre + support + 0.5), from);
            weights._first[i] = first;
            weights._weights[i] = Normalised(end - first, k => kernel((first + k - centre + 0.5) / stretch));
        }
        return weights;
    }

    private static int[] Normalised(int count, Func<int, double> weight)
    {
        var raw = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++)
            sum += raw[k] = weight(k);
        return Array.ConvertAll(raw, w => (int)Math.Round(w / sum * (1 << FractionBits), MidpointRounding.AwayFromZero));
    }

    private static double Lanczos(double x) => Math.Abs(x) < Lobes ? Sinc(x) * Sinc(x / Lobes) : 0;

    // Keys' cubic with a = −1/2, Pillow's BICUBIC.
    private static double Cubic(double x)
    {
        const double A = -0.5;
        x = Math.Abs(x);
        return x < 1 ? ((A + 2) * x - (A + 3)) * x * x + 1
            : x < CubicReach ? (((x - 5) * x + 8) * x - 4) * A
            : 0;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
