using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>NVIDIA's GPUs. What asks one throws a <see cref="TorchException"/> where there is none.</summary>
    public static unsafe partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Native.shim_cuda_count();

        public static string get_device_name(Device? device = null) => Properties(device).Name;

        /// <summary>The compute capability: (9, 0) for an H100. Tensor cores for bfloat16 and TF32 come with 8.0.</summary>
        public static (int major, int minor) get_device_capability(Device? device = null)
        {
            var (_, major, minor) = Properties(device);
            return (major, minor);
        }

        /// <summary>Waits until the device has done everything asked of it.</summary>
        public static void synchronize(Device? device = null) => Native.Check(Native.shim_cuda_synchronize());

        public static void manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>What the device has free, for all programs, and has; in bytes.</summary>
        public static (long free, long total) mem_get_info(Device? device = null)
        {
            long free, total;
            Native.Check(Native.shim_cuda_free_memory(Index(device), &free, &total));
            return (free, total);
        }

        /// <summary>Bytes in tensors of this process.</summary>
        public static long memory_allocated(Device? device = null) => Used(device).Now;

        /// <summary>The most bytes that were in tensors at one time, since the start or <see cref="reset_peak_memory_stats"/>.</summary>
        public static long max_memory_allocated(Device? device = null) => Used(device).Peak;

        /// <summary>Bytes that libtorch keeps of the device, in tensors and for tensors to come.</summary>
        public static long memory_reserved(Device? device = null) => Used(device).Reserved;

        public static void reset_peak_memory_stats(Device? device = null) => Native.Check(Native.shim_cuda_reset_peak(Index(device)));

        /// <summary>Gives back to the device what libtorch keeps of it for tensors to come.</summary>
        public static void empty_cache() => Native.Check(Native.shim_cuda_empty_cache());

        private static int Index(Device? device) => device?.index ?? -1;

        private static (string Name, int Major, int Minor) Properties(Device? device)
        {
            const int Capacity = 256;
            var name = stackalloc byte[Capacity];
            int major, minor;
            Native.Check(Native.shim_cuda_properties(Index(device), name, Capacity, &major, &minor));
            return (Marshal.PtrToStringUTF8((nint)name)!, major, minor);
        }

        private static (long Now, long Peak, long Reserved) Used(Device? device)
        {
            long now, peak, reserved;
            Native.Check(Native.shim_cuda_used_memory(Index(device), &now, &peak, &reserved));
            return (now, peak, reserved);
        }
    }
}
