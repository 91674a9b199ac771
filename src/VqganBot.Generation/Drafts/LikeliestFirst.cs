using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Drafts;

/// <summary>
/// Rows of logits sorted, the greatest first; of equal ones, for which libtorch promises no order, the lower code. On the CPU by digits of their bits, which
/// takes a quarter of the time of libtorch's own sort; that was half of what drawing a code costs.
/// </summary>
internal static class LikeliestFirst
{
    // Three digits of eleven bits are a float32.
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;

    /// <summary>Logits [B, K] in falling order, and the codes they belong to.</summary>
    public static (Tensor Sorted, Tensor Codes) Sort(Tensor logits)
    {
        if (logits.device_type != DeviceType.CPU || logits.dtype != float32)
            return logits.sort(-1, true);
        int width = (int)logits.shape[1];
        Tensor source = logits.contiguous(), sorted = empty(source.shape, float32), codes = empty(source.shape, int64);
        ReadOnlySpan<float> from = MemoryMarshal.Cast<byte, float>(source.bytes);
        Span<float> values = MemoryMarshal.Cast<byte, float>(sorted.bytes);
        Span<long> places = MemoryMarshal.Cast<byte, long>(codes.bytes);
        ulong[] pairs = new ulong[width], spare = new ulong[width];
        for (int start = 0; start < from.Length; start += width)
            Sort(from.Slice(start, width), values.Slice(start, width), places.Slice(start, width), pairs, spare);
        GC.KeepAlive(source);
        return (sorted, codes);
    }

    // Optimised at once: the drawing would be over before the runtime finds out that this is worth it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(ReadOnlySpan<float> row, Span<float> values, Span<long> places, Span<ulong> pairs, Span<ulong> spare)
    {
        Span<int> low = stackalloc int[Buckets], middle = stackalloc int[Buckets], high = stackalloc int[Buckets];
        low.Clear();
        middle.Clear();
        high.Clear();
        for (int code = 0; code < row.Length; code++)
        {
            uint key = Falling(row[code]);
            pairs[code] = ((ulong)key << 32) | (uint)code;
            low[(int)(key % Buckets)]++;
            middle[(int)((key >> DigitBits) % Buckets)]++;
            high[(int)(key >> (2 * DigitBits))]++;
        }
        Deal(pairs, spare, low, 32);
        Deal(spare, pairs, middle, 32 + DigitBits);
        Deal(pairs, spare, high, 32 + (2 * DigitBits));
        for (int rank = 0; rank < row.Length; rank++)
        {
            uint code = (uint)spare[rank];
            places[rank] = code;
            values[rank] = row[(int)code];
        }
    }

    // One pass of a radix sort: what has equal digits keeps its order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deal(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> counts, int shift)
    {
        int next = 0;
        for (int digit = 0; digit < counts.Length; digit++)
            (counts[digit], next) = (next, next + counts[digit]);
        foreach (ulong pair in from)
            to[counts[(int)(pair >> shift) & (Buckets - 1)]++] = pair;
    }

    // Bits that grow as the number falls. Adding zero makes the two zeros one.
    private static uint Falling(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return (bits & 0x80000000) != 0 ? bits : ~(bits | 0x80000000);
    }
}
