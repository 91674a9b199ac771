using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class cuda
    {
        /// <summary>A queue of work on a device; what is in different ones may run at the same time.</summary>
        public sealed class Stream(Device? device = null) : CudaObject(New(device))
        {
            /// <summary>Waits until all work in the queue is done.</summary>
            public void synchronize() => Native.Check(Native.shim_cuda_stream_synchronize(Handle));

            private protected override void Release(nint handle) => Native.shim_cuda_stream_release(handle);

            private static nint New(Device? device)
            {
                nint made;
                Native.Check(Native.shim_cuda_stream_new(Index(device), &made));
                return made;
            }
        }

        /// <summary>Until the result is disposed, on the same thread, all that this thread asks of the device goes into this queue.</summary>
        public static IDisposable stream(Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            nint guard;
            Native.Check(Native.shim_cuda_stream_enter(stream.Handle, &guard));
            return new StreamGuard(guard);
        }

        private sealed class StreamGuard(nint guard) : IDisposable
        {
            private nint _guard = guard;

            public void Dispose()
            {
                if (Interlocked.Exchange(ref _guard, 0) is not 0 and var entered)
                    Native.shim_cuda_stream_leave(entered);
            }
        }
    }
}
