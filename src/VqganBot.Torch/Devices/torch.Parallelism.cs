using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static int get_num_threads() => Native.shim_threads();

    /// <summary>How many threads one operator may use; OpenBLAS's own pool is set too, where it is loaded.</summary>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Native.Check(Native.shim_set_threads(num));
        _ = Native.shim_set_openblas_threads(num);
    }
}
