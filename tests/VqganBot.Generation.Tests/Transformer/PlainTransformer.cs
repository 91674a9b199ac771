namespace VqganBot.Generation.Tests.Transformer;

/// <summary>
/// minGPT's transformer written down a second time, in loops over doubles and without a cache: what the networks here are
/// held against at sizes for which there is no golden data.
/// </summary>
/// <param name="weight">The entries of a weight of a layer, row by row: ln1.weight, query.bias, …; of layer −1: the last norm and head.</param>
internal sealed class PlainTransformer(Func<int, string, double[]?> weight, int width, int layers, int heads, int unmasked = 0)
{
    /// <summary>From what stands at each place [T][W], positions added, to the logits there.</summary>
    public double[][] Logits(double[][] x)
    {
        for (int layer = 0; layer < layers; layer++)
        {
            x = Added(x, Attend(x, layer));
            x = Added(x, [.. x.Select(row => Linear(layer, "second", [.. Linear(layer, "first", Norm(layer, "ln2", row)).Select(Gelu)]))]);
        }

        return [.. x.Select(row => Linear(-1, "head", Norm(-1, "last", row)))];
    }

    private double[][] Attend(double[][] x, int layer)
    {
        double[][] normed = [.. x.Select(row => Norm(layer, "ln1", row))];
        double[][] q = [.. normed.Select(row => Linear(layer, "query", row))], k = [.. normed.Select(row => Linear(layer, "key", row))], v = [.. normed.Select(row => Linear(layer, "value", row))];
        double[][] mixed = [.. x.Select(_ => new double[width])];
        int each = width / heads;
        for (int i = 0; i < x.Length; i++)
        {
            int seen = i < unmasked ? Math.Min(unmasked, x.Length) : i + 1;
            for (int head = 0; head < heads; head++)
            {
                double[] shares = [.. Enumerable.Range(0, seen).Select(j => Enumerable.Range(head * each, each).Sum(c => q[i][c] * k[j][c]) / Math.Sqrt(each))];
                shares = [.. shares.Select(score => Math.Exp(score - shares.Max()))];
                for (int c = head * each; c < (head + 1) * each; c++)
                    mixed[i][c] = Enumerable.Range(0, seen).Sum(j => shares[j] * v[j][c]) / shares.Sum();
            }
        }

        return [.. mixed.Select(row => Linear(layer, "proj", row))];
    }

    private double[] Linear(int layer, string name, double[] x)
    {
        double[] matrix = weight(layer, name + ".weight")!;
        double[]? bias = weight(layer, name + ".bias");
        return [.. Enumerable.Range(0, matrix.Length / x.Length).Select(row => Enumerable.Range(0, x.Length).Sum(column => matrix[(row * x.Length) + column] * x[column]) + (bias?[row] ?? 0))];
    }

    private double[] Norm(int layer, string name, double[] x)
    {
        double[] gain = weight(layer, name + ".weight")!, bias = weight(layer, name + ".bias")!;
        double mean = x.Average(), spread = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + 1e-5);
        return [.. x.Select((value, i) => ((value - mean) / spread * gain[i]) + bias[i])];
    }

    private static double[][] Added(double[][] x, double[][] y) => [.. x.Zip(y, (a, b) => a.Zip(b, (c, d) => c + d).ToArray())];

    // x·Φ(x), with the error function of Abramowitz and Stegun 7.1.26 (error below 1.5e-7).
    private static double Gelu(double x)
    {
        double z = Math.Abs(x) / Math.Sqrt(2), t = 1 / (1 + (0.3275911 * z));
        double rest = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-z * z);
        return x * (1 + (Math.Sign(x) * (1 - rest))) / 2;
    }
}
