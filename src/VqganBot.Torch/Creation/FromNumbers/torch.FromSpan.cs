using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor from an array of any rank; the values are copied.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor from an array of any rank, converted to <paramref name="dtype"/>; the values are copied.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false) =>
        FromBytes(Bytes(rawArray), Lengths(rawArray), TypeOf(rawArray), dtype, device, requires_grad);

    /// <summary>A tensor from raw memory; the values are copied, where TorchSharp shares them.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var bytes = Bytes(rawArray);
        var size = dtype.ElementSize();
        var start = offset * size;
        var length = count < 0 ? (bytes.Length - start) / size : count;
        return FromBytes(bytes.Slice((int)start, (int)(length * size)), [length], dtype, null, null, requires_grad);
    }

    private static Tensor FromSpan<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> size, ScalarType type, ScalarType? dtype,
        Device? device, bool requires_grad) where T : unmanaged
    {
        long count = 1;
        foreach (var length in size)
            count *= length;
        if (count != values.Length)
            throw new ArgumentException(
                $"The array has {values.Length} elements, but a tensor of size [{string.Join(", ", size.ToArray())}] holds {count}.");
        return FromBytes(MemoryMarshal.AsBytes(values), size, type, dtype, device, requires_grad);
    }

    private static Tensor FromBytes(ReadOnlySpan<byte> values, ReadOnlySpan<long> size, ScalarType type, ScalarType? dtype,
        Device? device, bool requires_grad)
    {
        var made = Aten.emptyMemoryFormat.One(size.ToArray(), type, Arg.None, CPU);
        values.CopyTo(made.bytes);
        var target = device ?? CPU;
        if ((dtype is null || dtype == type) && target.type == DeviceType.CPU)
            return made.WithGrad(requires_grad);
        using (made)
            return made.to(dtype ?? type, target).WithGrad(requires_grad);
    }

    private static ReadOnlySpan<T> Flat<T>(Array values) where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(values));

    private static Span<byte> Bytes(Array values)
    {
        var size = TypeOf(values).ElementSize();
        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(values), checked((int)(values.LongLength * size)));
    }

    private static long[] Lengths(Array values)
    {
        var lengths = new long[values.Rank];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = values.GetLongLength(i);
        return lengths;
    }

    private static ScalarType TypeOf(Array values) => values.GetType().GetElementType() switch
    {
        var type when type == typeof(float) => ScalarType.Float32,
        var type when type == typeof(double) => ScalarType.Float64,
        var type when type == typeof(int) => ScalarType.Int32,
        var type when type == typeof(long) => ScalarType.Int64,
        var type when type == typeof(byte) => ScalarType.Byte,
        var type when type == typeof(sbyte) => ScalarType.Int8,
        var type when type == typeof(short) => ScalarType.Int16,
        var type when type == typeof(bool) => ScalarType.Bool,
        var type when type == typeof(Half) => ScalarType.Float16,
        var type => throw new ArgumentException(
            $"A tensor cannot be made from an array of {type?.Name}; float, double, Half, bool and the integers of 8 to 64 bits can be used."),
    };
}
