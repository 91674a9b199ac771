using System.Runtime.InteropServices;
using TorchSharp;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>A tensor and the place of its elements. Whoever holds one knows that every element lies within the file.</summary>
internal sealed class StoredTensor
{
    /// <summary>A view that repeats elements (stride 0) may be larger than its storage, up to this or the size of the file.</summary>
    private const long RepeatedBytesAllowed = 1 << 20;

    private readonly DataRegion _data;
    private readonly long _byteOffset;
    private readonly long[]? _strides;

    private StoredTensor(TensorInfo info, DataRegion data, long byteOffset, long[]? strides)
    {
        Info = info;
        _data = data;
        _byteOffset = byteOffset;
        _strides = strides;
    }

    public TensorInfo Info { get; }

    /// <summary>A contiguous tensor at the beginning of its region.</summary>
    public static StoredTensor Contiguous(string key, torch.ScalarType type, long[] shape, DataRegion data) =>
        Strided(key, type, shape, ContiguousStrides(shape), 0, data, long.MaxValue);

    /// <summary>A view of a storage; offset and strides count elements, and a storage may begin further into its region (a view of a view).</summary>
    public static StoredTensor Strided(
        string key, torch.ScalarType type, long[] shape, long[] strides, long offset, DataRegion data, long fileLength)
    {
        var size = TensorTypes.SizeOf(type);
        var bytes = ByteCount(shape, size) ?? throw Fault($"its shape [{string.Join(", ", shape)}] is more than any file can hold");
        var info = new TensorInfo(key, type, shape);
        if (bytes == 0)
            return new StoredTensor(info, data, 0, null);

        Int128 last = offset;
        for (var axis = 0; axis < shape.Length; axis++)
            last += (Int128)(shape[axis] - 1) * strides[axis];
        if (offset < 0 || (last + 1) * size > data.Length)
            throw Fault($"shape {info.ShapeText} from element {offset} needs {(last + 1) * size} bytes of storage, and the file holds {data.Length}");
        if (bytes > data.Length && bytes > Math.Max(fileLength, RepeatedBytesAllowed))
            throw Fault($"it would repeat {data.Length} bytes into {bytes}, more than the whole file holds");
        return new StoredTensor(info, data, offset * size, AreContiguous(shape, strides) ? null : strides);

        CheckpointException Fault(string fault) => new(data.File, key, fault);
    }

    public static long[] ContiguousStrides(long[] shape)
    {
        var strides = new long[shape.Length];
        var stride = 1L;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            // A product too large to hold is refused by ByteCount; here it only must not throw.
            stride = unchecked(stride * shape[axis]);
        }

        return strides;
    }

    /// <summary>Bytes of a tensor of this shape, or null where the product leaves the range of a long.</summary>
    public static long? ByteCount(long[] shape, int elementSize)
    {
        if (Array.IndexOf(shape, 0) >= 0)
            return 0;
        Int128 bytes = elementSize;
        foreach (var size in shape)
        {
            bytes *= size;
            if (bytes > long.MaxValue)
                return null;
        }

        return (long)bytes;
    }

    public StoredTensor Renamed(string key) => new(Info with { Key = key }, _data, _byteOffset, _strides);

    /// <summary>One of equal parts along the first dimension, or null where it cannot be divided so, seen with dimensions of length 1 behind it.</summary>
    public StoredTensor? Part(TensorPart part)
    {
        if (Info.Shape.Length == 0 || Info.Shape[0] % part.Count != 0)
            return null;
        var rows = Info.Shape[0] / part.Count;
        long[] ones = [.. Enumerable.Repeat(1L, part.Ones)];
        var rowStride = (_strides ?? ContiguousStrides(Info.Shape))[0];
        var offset = _byteOffset + (rowStride * rows * part.Index * TensorTypes.SizeOf(Info.Type));
        return new StoredTensor(new TensorInfo(part.Key, Info.Type, [rows, .. Info.Shape[1..], .. ones]), _data, offset, _strides is null ? null : [.. _strides, .. ones]);
    }

    /// <summary>Copies the elements in row-major order; the span holds exactly <see cref="TensorInfo.ByteCount"/> bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, Info.ByteCount);
        if (destination.IsEmpty)
            return;
        if (_strides is null)
            _data.Read(_byteOffset, destination);
        else
            StridedCopy.Gather(_data, _byteOffset, Info.Shape, _strides, TensorTypes.SizeOf(Info.Type), destination);
    }

    /// <value>Whether the elements lie in row-major order without a gap, so that a run of them can be had by <see cref="CopyRun"/>.</value>
    public bool IsContiguous => _strides is null;

    /// <summary>Copies a run of bytes of a contiguous tensor.</summary>
    public void CopyRun(long firstByte, Span<byte> destination) => _data.Read(_byteOffset + firstByte, destination);

    /// <summary>Where the elements lie in memory, in row-major order and aligned to their size, and what holds it; null where they do not.</summary>
    public (SafeBuffer Owner, nint Address)? Memory() =>
        _strides is null && Info.ByteCount > 0 && _data.Memory(_byteOffset) is { } memory && memory.Address % TensorTypes.SizeOf(Info.Type) == 0 ? memory : null;

    private static bool AreContiguous(long[] shape, long[] strides)
    {
        var expected = ContiguousStrides(shape);
        for (var axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] != 1 && strides[axis] != expected[axis])
                return false;
        }

        return true;
    }
}
