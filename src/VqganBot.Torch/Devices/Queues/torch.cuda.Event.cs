using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class cuda
    {
        /// <summary>A mark in a queue.</summary>
        public sealed class Event() : CudaObject(New())
        {
            /// <summary>Sets the mark behind what this thread's queue was asked for so far.</summary>
            public void record() => Native.Check(Native.shim_cuda_event_record(Handle));

            /// <summary>This thread's queue goes on only past the mark; the thread itself does not wait.</summary>
            public void wait() => Native.Check(Native.shim_cuda_event_block(Handle));

            /// <summary>Waits, from any thread, until the device has come to the mark.</summary>
            public void synchronize() => Native.Check(Native.shim_cuda_event_synchronize(Handle));

            private protected override void Release(nint handle) => Native.shim_cuda_event_release(handle);

            private static nint New()
            {
                nint made;
                Native.Check(Native.shim_cuda_event_new(&made));
                return made;
            }
        }
    }
}
