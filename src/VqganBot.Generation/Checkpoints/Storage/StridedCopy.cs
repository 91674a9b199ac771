using System.Runtime.InteropServices;

namespace VqganBot.Generation.Checkpoints.Storage;

/// <summary>Lays the elements of a transposed, sliced or expanded view one after the other.</summary>
internal static class StridedCopy
{
    public static void Gather(DataRegion data, long byteOffset, long[] shape, long[] strides, int elementSize, Span<byte> destination)
    {
        var elements = 1L;
        for (var axis = 0; axis < shape.Length; axis++)
            elements += (shape[axis] - 1) * strides[axis];
        if (elements * elementSize > Array.MaxLength)
            throw new CheckpointException(data.File, null, "it holds a view over more than 2 GiB, which cannot be read at once; save it with contiguous tensors");

        var source = new byte[elements * elementSize];
        data.Read(byteOffset, source);
        switch (elementSize)
        {
            case 1:
                Gather<byte>(source, shape, strides, destination);
                break;
            case 2:
                Gather(MemoryMarshal.Cast<byte, ushort>(source), shape, strides, MemoryMarshal.Cast<byte, ushort>(destination));
                break;
            case 4:
                Gather(MemoryMarshal.Cast<byte, uint>(source), shape, strides, MemoryMarshal.Cast<byte, uint>(destination));
                break;
            default:
                Gather(MemoryMarshal.Cast<byte, ulong>(source), shape, strides, MemoryMarshal.Cast<byte, ulong>(destination));
                break;
        }
    }

    private static void Gather<T>(ReadOnlySpan<T> source, long[] shape, long[] strides, Span<T> destination)
        where T : unmanaged
    {
        var inner = shape.Length - 1;
        var rowLength = (int)shape[inner];
        var rowStride = (int)strides[inner];
        var index = new long[shape.Length];
        var start = 0L;
        for (var written = 0; written < destination.Length; written += rowLength)
        {
            var row = destination.Slice(written, rowLength);
            for (var column = 0; column < row.Length; column++)
                row[column] = source[(int)start + (column * rowStride)];

            // Count up like an odometer over all axes but the innermost.
            for (var axis = inner - 1; axis >= 0; axis--)
            {
                start += strides[axis];
                if (++index[axis] < shape[axis])
                    break;
                start -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
    }
}
