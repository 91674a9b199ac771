namespace VqganBot.Imaging;

/// <summary>For each output pixel of a line: which input pixels it is made of, and their weights in fixed point.</summary>
internal sealed class LanczosWeights
{
    /// <summary>One half in fixed point: the start of each sum, so that it rounds instead of truncating.</summary>
    public const int Half = 1 << (FractionBits - 1);

    private const double Lobes = 3;

    // 8 bits for the value, 22 for the fraction, and 2 for the sign and the sums over 1 that negative lobes allow.
    private const int FractionBits = 22;

    private readonly int[] _first;
    private readonly int[][] _weights;

    private LanczosWeights(int count)
    {
        _first = new int[count];
        _weights = new int[count][];
    }

    public int Count => _first.Length;

    public static LanczosWeights Between(int from, int to)
    {
        var weights = new LanczosWeights(to);
        double scale = (double)from / to;
        // When a picture shrinks the window widens with it, so that every input pixel counts (no aliasing).
        double stretch = Math.Max(scale, 1);
        double support = Lobes * stretch;

        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max((int)(centre - support + 0.5), 0);
            int end = Math.Min((int)(centre + support + 0.5), from);
            weights._first[i] = first;
            weights._weights[i] = Normalised(end - first, k => Kernel((first + k - centre + 0.5) / stretch));
        }
        return weights;
    }

    public int First(int index) => _first[index];

    public ReadOnlySpan<int> Of(int index) => _weights[index];

    public static byte ToByte(int sum) => (byte)Math.Clamp(sum >> FractionBits, 0, 255);

    private static int[] Normalised(int count, Func<int, double> weight)
    {
        var raw = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++)
            sum += raw[k] = weight(k);
        return Array.ConvertAll(raw, w => (int)Math.Round(w / sum * (1 << FractionBits), MidpointRounding.AwayFromZero));
    }

    private static double Kernel(double x) => Math.Abs(x) < Lobes ? Sinc(x) * Sinc(x / Lobes) : 0;

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
