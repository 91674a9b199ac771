using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Native.shim_cuda_count();

        /// <summary>Waits until the device has done everything asked of it.</summary>
        /// <exception cref="TorchException">There is no CUDA here.</exception>
        public static void synchronize(Device? device = null) => Native.Check(Native.shim_cuda_synchronize());

        public static void manual_seed(long seed) => torch.manual_seed(seed);
    }
}
