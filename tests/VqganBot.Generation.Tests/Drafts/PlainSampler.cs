using TorchSharp;
using VqganBot.Generation.Drafts;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Drafts;

/// <summary>
/// Sampling written down a second time, slowly: taming's window rule as it stands there, the whole window read anew for each
/// place, one code drawn at a time in plain arithmetic.
/// </summary>
internal static class PlainSampler
{
    /// <param name="logits">From the codes of one window, row by row, to the logits of all its places [T, K].</param>
    /// <param name="neutral">The same without a condition, or null.</param>
    public static long[] Sample(
        Func<Tensor, Tensor> logits, Func<Tensor, Tensor>? neutral, int rows, int columns, int windowRows, int windowColumns, float[] chances, SamplingSettings settings)
    {
        long[,] codes = new long[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                int localI = Local(i, rows, windowRows), localJ = Local(j, columns, windowColumns);
                long[] window = new long[windowRows * windowColumns];
                for (int k = 0; k < window.Length; k++)
                    window[k] = codes[i - localI + (k / windowColumns), j - localJ + (k % windowColumns)];
                double[] row = Row(logits, window, (localI * windowColumns) + localJ);
                if (neutral is not null)
                {
                    double[] other = Row(neutral, window, (localI * windowColumns) + localJ);
                    row = [.. row.Zip(other, (asked, unasked) => unasked + (settings.Guidance * (asked - unasked)))];
                }

                codes[i, j] = Draw(row, chances[(i * columns) + j], settings);
            }
        }

        return [.. codes.Cast<long>()];
    }

    private static int Local(int i, int size, int window)
    {
        int half = window / 2;
        if (i <= half)
            return i;
        return size - i < half ? window - (size - i) : half;
    }

    private static double[] Row(Func<Tensor, Tensor> logits, long[] window, int place)
    {
        using DisposeScope scope = NewDisposeScope();
        return [.. logits(tensor(window, new long[] { 1, window.Length })).select(0, place).to(float64).data<double>().ToArray()];
    }

    private static long Draw(double[] logits, double chance, SamplingSettings settings)
    {
        int[] order = [.. Enumerable.Range(0, logits.Length).OrderByDescending(code => logits[code])];
        if (settings.TopK > 0)
            order = order[..Math.Min(settings.TopK, order.Length)];
        double[] weights = [.. order.Select(code => Math.Exp((logits[code] - logits[order[0]]) / settings.Temperature))];
        double sum = weights.Sum(), before = 0;
        int kept = 0;
        while (kept < weights.Length && before / sum < settings.TopP)
            before += weights[kept++];

        double left = chance * before;
        for (int rank = 0; rank < kept; rank++)
        {
            left -= weights[rank];
            if (left < 0)
                return order[rank];
        }

        return order[kept - 1];
    }
}
