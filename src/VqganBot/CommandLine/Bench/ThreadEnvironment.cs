using System.Diagnostics;
using System.Globalization;

namespace VqganBot.CommandLine.Bench;

/// <summary>What must stand before libtorch is loaded (native.md section 9): OpenBLAS has a pool of its own, and libgomp's spinning costs the other side's time.</summary>
internal static class ThreadEnvironment
{
    public static void Set(ProcessStartInfo start, int threads)
    {
        var count = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;
        start.Environment["OMP_WAIT_POLICY"] = "passive";
    }
}
