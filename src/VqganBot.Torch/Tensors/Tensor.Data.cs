using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <value>The memory of a contiguous CPU tensor; assigning copies, and the lengths must be equal.</value>
        /// <exception cref="InvalidOperationException">The tensor is on another device, not contiguous, or above 2 GB.</exception>
        public Span<byte> bytes
        {
            get
            {
                var length = NumberOfElements * ElementSize;
                if (length > int.MaxValue)
                    throw new InvalidOperationException($"The tensor has {length} bytes; a span holds at most {int.MaxValue}.");
                return new Span<byte>((void*)DataPointer(), (int)length);
            }
            set
            {
                var target = bytes;
                if (target.Length != value.Length)
                    throw new ArgumentException($"The tensor has {target.Length} bytes and was given {value.Length}.");
                value.CopyTo(target);
                GC.KeepAlive(this);
            }
        }

        /// <summary>The elements in order, read and written in place; the tensor must be on the CPU and of the type asked for.</summary>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new Utils.TensorAccessor<T>(this);
        }

        /// <summary>The value of a tensor of one element.</summary>
        /// <exception cref="ArgumentException">The tensor has more than one element, or another type.</exception>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException($"A tensor of {NumberOfElements} elements has no single item; it must have exactly one.");
            RequireType<T>();
            if (device_type == DeviceType.CPU && Native.shim_tensor_is_contiguous(Handle) != 0)
                return Read<T>(this);
            using var local = Detached(it => it.detach().cpu().contiguous());
            return Read<T>(local);
        }

        /// <summary>The value of a tensor of one element as a scalar of its type.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.BFloat16 => Detached(it => it.to(ScalarType.Float32)).item<float>(),
            _ => Detached(it => it.to(ScalarType.Int64)).item<long>(),
        };

        /// <summary>Where the first element lies; only for contiguous tensors in the CPU's memory.</summary>
        internal nint DataPointer()
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"The tensor is on {device}; copy it to the CPU first to read its memory.");
            if (!is_contiguous())
                throw new InvalidOperationException("The tensor's elements do not lie in order; call contiguous() first to read its memory.");
            return FirstElement();
        }

        /// <summary>Where the first element lies, whatever the strides.</summary>
        internal nint FirstElement()
        {
            nint data;
            Native.Check(Native.shim_tensor_data(Handle, &data));
            GC.KeepAlive(this);
            return data;
        }

        private static T Read<T>(Tensor tensor) where T : unmanaged
        {
            var value = *(T*)tensor.FirstElement();
            GC.KeepAlive(tensor);
            return value;
        }

        /// <summary>Does a few steps in a scope of their own and hands out only the last tensor, which no scope owns.</summary>
        private Tensor Detached(Func<Tensor, Tensor> steps)
        {
            using var scope = NewDisposeScope();
            var result = steps(this);
            return ReferenceEquals(result, this) ? Share().DetachFromDisposeScope() : result.DetachFromDisposeScope();
        }

        private void RequireType<T>() where T : unmanaged
        {
            var type = dtype;
            var fits = type switch
            {
                ScalarType.Float32 => typeof(T) == typeof(float),
                ScalarType.Float64 => typeof(T) == typeof(double),
                ScalarType.Float16 => typeof(T) == typeof(Half),
                ScalarType.BFloat16 => typeof(T) == typeof(ushort) || typeof(T) == typeof(short),
                ScalarType.Int64 => typeof(T) == typeof(long),
                ScalarType.Int32 => typeof(T) == typeof(int),
                ScalarType.Int16 => typeof(T) == typeof(short),
                ScalarType.Int8 => typeof(T) == typeof(sbyte),
                ScalarType.Byte => typeof(T) == typeof(byte),
                ScalarType.Bool => typeof(T) == typeof(bool),
                _ => false,
            };
            if (!fits)
                throw new ArgumentException($"The tensor's elements are {type}; they cannot be read as {typeof(T).Name}.");
        }
    }
}
