using System.Collections;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor in order, read and written where they lie.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException($"The tensor is on {tensor.device}; copy it to the CPU first to read its elements.");
        _tensor = tensor;
        _contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
    }

    public long Count { get; }

    /// <summary>The element at these indices, one for each dimension.</summary>
    public T this[params long[] indices]
    {
        get
        {
            var value = *At(indices);
            GC.KeepAlive(_tensor);
            return value;
        }
        set
        {
            *At(indices) = value;
            GC.KeepAlive(_tensor);
        }
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (_contiguous)
        {
            Elements(tensorIndex).CopyTo(array[arrayIndex..]);
            GC.KeepAlive(_tensor);
            return;
        }
        using var scope = torch.NewDisposeScope();
        new TensorAccessor<T>(_tensor.detach().contiguous()).CopyTo(array, arrayIndex, tensorIndex);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (!_contiguous)
            throw new InvalidOperationException("The tensor's elements do not lie in order; call contiguous() first to write them.");
        array[arrayIndex..].CopyTo(Elements(tensorIndex));
        GC.KeepAlive(_tensor);
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to give back; the memory is the tensor's.</summary>
    public void Dispose()
    {
    }

    private Span<T> Elements(long from) =>
        MemoryMarshal.Cast<byte, T>(_tensor.bytes)[checked((int)from)..];

    private T* At(long[] indices)
    {
        var shape = _tensor.shape;
        if (indices.Length == 1 && shape.Length != 1 && _contiguous)
            return (T*)_tensor.DataPointer() + Checked(indices[0], Count, 0);
        if (indices.Length != shape.Length)
            throw new ArgumentException($"The tensor has {shape.Length} dimensions and was given {indices.Length} indices.");
        var strides = _tensor.stride();
        long offset = 0;
        for (var i = 0; i < indices.Length; i++)
            offset += Checked(indices[i], shape[i], i) * strides[i];
        return (T*)_tensor.FirstElement() + offset;
    }

    private static long Checked(long index, long length, int dimension) =>
        (ulong)index < (ulong)length
            ? index
            : throw new ArgumentOutOfRangeException(nameof(index), $"Index {index} lies outside dimension {dimension}, which has {length} elements.");
}
