using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers with a shape, held by libtorch.</summary>
    /// <remarks>
    /// A member without a summary is PyTorch's operator of that name, and does what PyTorch's documentation says.
    /// It holds one native reference, given back by <see cref="Dispose()"/>, by the dispose scope it belongs to, or at
    /// the very last by the finalizer: the garbage collector knows nothing of the memory behind it.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private static long _liveCount;
        private static long _peakCount;
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            if (handle == 0)
            {
                GC.SuppressFinalize(this);
                return;
            }
            var live = Interlocked.Increment(ref _liveCount);
            if (live > Volatile.Read(ref _peakCount))
                Volatile.Write(ref _peakCount, live);
            OwningScope = DisposeScopeManager.Current;
            OwningScope?.Add(this);
        }

        ~Tensor() => Release();

        /// <value>How many tensors of this process were made and not yet disposed.</value>
        public static long TotalCount => Volatile.Read(ref _liveCount);

        /// <value>The largest <see cref="TotalCount"/> so far.</value>
        public static long PeakCount => Volatile.Read(ref _peakCount);

        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningScope { get; set; }

        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        internal nint Handle
        {
            get
            {
                var handle = _handle;
                return handle != 0 ? handle : throw new ObjectDisposedException(nameof(Tensor),
                    "The tensor was disposed, by its scope or by hand, and cannot be used any more.");
            }
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands the tensor to the scope around the one it belongs to.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>From now on only the caller disposes the tensor.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        protected virtual void Dispose(bool disposing)
        {
            OwningScope?.MarkAsDisposed(this);
            OwningScope = null;
            Release();
        }

        /// <summary>Another reference to the same memory and the same place in the graph.</summary>
        internal unsafe Tensor Share()
        {
            nint shared;
            Native.Check(Native.shim_tensor_share(Handle, &shared));
            GC.KeepAlive(this);
            return new Tensor(shared);
        }

        /// <summary>Takes the native reference out, leaving this object empty.</summary>
        internal nint TakeHandle()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                throw new ObjectDisposedException(nameof(Tensor));
            Interlocked.Decrement(ref _liveCount);
            OwningScope?.MarkAsDisposed(this);
            OwningScope = null;
            GC.SuppressFinalize(this);
            return handle;
        }

        internal Tensor WithGrad(bool requires_grad) => requires_grad ? requires_grad_(true) : this;

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return;
            Interlocked.Decrement(ref _liveCount);
            Native.shim_tensor_release(handle);
        }
    }
}
