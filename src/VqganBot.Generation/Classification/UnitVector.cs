using System.Numerics;
using System.Runtime.InteropServices;

namespace VqganBot.Generation.Classification;

/// <summary>Arithmetic of embeddings outside tensors.</summary>
public static class UnitVector
{
    /// <summary>The cosine of two vectors of unit length.</summary>
    /// <exception cref="ArgumentException">They come from different networks: one is longer.</exception>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"An embedding of {a.Length} numbers cannot be compared with one of {b.Length}; both must come from the same CLIP.", nameof(b));
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b);
        // Four sums, for one alone would wait for itself at each step.
        Vector<float> first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i + 4 <= left.Length; i += 4)
        {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
            third += left[i + 2] * right[i + 2];
            fourth += left[i + 3] * right[i + 3];
        }
        for (; i < left.Length; i++)
            first += left[i] * right[i];

        float sum = Vector.Sum(first + second + (third + fourth));
        for (int rest = left.Length * Vector<float>.Count; rest < a.Length; rest++)
            sum += a[rest] * b[rest];
        return sum;
    }

    /// <summary>The direction in the middle of several vectors of unit length.</summary>
    /// <exception cref="ArgumentException">There is none: the list is empty, or the vectors cancel out.</exception>
    public static float[] Mean(IReadOnlyList<float[]> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count == 0)
            throw new ArgumentException("The mean of no embeddings was asked for; at least one is needed.", nameof(vectors));
        float[] mean = new float[vectors[0].Length];
        foreach (float[] vector in vectors)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length, mean.Length, nameof(vectors));
            for (int i = 0; i < mean.Length; i++)
                mean[i] += vector[i];
        }

        float length = MathF.Sqrt(Dot(mean, mean));
        if (!(length > 1e-6f))
            throw new ArgumentException("These embeddings cancel each other out, so that no direction is in their middle.", nameof(vectors));
        for (int i = 0; i < mean.Length; i++)
            mean[i] /= length;
        return mean;
    }
}
