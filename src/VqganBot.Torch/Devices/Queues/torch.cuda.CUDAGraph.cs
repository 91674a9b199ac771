using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class cuda
    {
        /// <summary>Work on a device, written down once and then started as one: the host's part of each operation falls away.</summary>
        /// <remarks>The tensors that were read while it was written down are read again, at the same place; new input is copied into them.</remarks>
        public sealed class CUDAGraph() : CudaObject(New())
        {
            /// <summary>From now on this thread's work is written down and not done. The current queue must not be the default one, and nothing may wait for the device.</summary>
            public void capture_begin() => Native.Check(Native.shim_cuda_graph_capture_begin(Handle));

            public void capture_end() => Native.Check(Native.shim_cuda_graph_capture_end(Handle));

            public void replay() => Native.Check(Native.shim_cuda_graph_replay(Handle));

            /// <summary>Forgets what was written down, and gives its memory back.</summary>
            public void reset() => Native.Check(Native.shim_cuda_graph_reset(Handle));

            private protected override void Release(nint handle) => Native.shim_cuda_graph_release(handle);

            private static nint New()
            {
                nint made;
                Native.Check(Native.shim_cuda_graph_new(&made));
                return made;
            }
        }
    }
}
