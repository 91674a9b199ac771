using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        private const int UsualDimensions = 8;

        /// <value>The lengths of the dimensions.</value>
        public long[] shape => Lengths(&Native.shim_tensor_sizes);

        public long Dimensions => dim();

        public long NumberOfElements
        {
            get
            {
                var count = Native.shim_tensor_numel(Handle);
                GC.KeepAlive(this);
                return count;
            }
        }

        /// <value>The bytes of one element.</value>
        public long ElementSize
        {
            get
            {
                var size = Native.shim_tensor_element_size(Handle);
                GC.KeepAlive(this);
                return size;
            }
        }

        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)Native.shim_tensor_dtype(Handle);
                GC.KeepAlive(this);
                return type;
            }
        }

        public Device device
        {
            get
            {
                int type, index;
                Native.shim_tensor_device(Handle, &type, &index);
                GC.KeepAlive(this);
                return type == (int)DeviceType.CPU ? CPU : new Device((DeviceType)type, index);
            }
        }

        public DeviceType device_type
        {
            get
            {
                int type, index;
                Native.shim_tensor_device(Handle, &type, &index);
                GC.KeepAlive(this);
                return (DeviceType)type;
            }
        }

        public long dim()
        {
            var count = Native.shim_tensor_dim(Handle);
            GC.KeepAlive(this);
            return count;
        }

        public long numel() => NumberOfElements;

        public long[] size() => shape;

        public long size(int dim) => Along(shape, dim);

        public long[] stride() => Lengths(&Native.shim_tensor_strides);

        public long stride(int dim) => Along(stride(), dim);

        public bool is_contiguous()
        {
            var answer = Native.shim_tensor_is_contiguous(Handle) != 0;
            GC.KeepAlive(this);
            return answer;
        }

        public bool is_floating_point() => torch.is_floating_point(dtype);

        private static long Along(long[] lengths, int dim)
        {
            var index = dim < 0 ? dim + lengths.Length : dim;
            return (uint)index < (uint)lengths.Length
                ? lengths[index]
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {lengths.Length} dimensions.");
        }

        private long[] Lengths(delegate*<nint, long*, int, int*, int> read)
        {
            var few = stackalloc long[UsualDimensions];
            int count;
            Native.Check(read(Handle, few, UsualDimensions, &count));
            var lengths = new long[count];
            if (count <= UsualDimensions)
                new ReadOnlySpan<long>(few, count).CopyTo(lengths);
            else
                fixed (long* all = lengths)
                    Native.Check(read(Handle, all, count, &count));
            GC.KeepAlive(this);
            return lengths;
        }
    }
}
