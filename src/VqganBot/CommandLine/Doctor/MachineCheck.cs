using System.Globalization;
using System.Runtime.InteropServices;

namespace VqganBot.CommandLine.Doctor;

/// <summary>The program, the machine, its memory and its thread environment.</summary>
internal static class MachineCheck
{
    private const double GiB = 1L << 30;

    // The built-in pack needs a fraction of this; a published VQGAN and CLIP at 128x128 need about this much.
    private const double ComfortableGiB = 3;

    public static Finding Program() => Finding.Good("program",
        $"VqganBot {ProgramVersion.Text}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}");

    public static Finding Memory()
    {
        // The runtime knows the limit of a container as well as the machine's own size.
        var total = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / GiB;
        var free = Math.Min(AvailableGiB() ?? total, total);
        var seen = string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GiB free of {total:0.0} GiB");
        return free >= ComfortableGiB
            ? Finding.Good("memory", seen)
            : Finding.Note("memory", seen, "Enough for the built-in model; a published one wants 3 GiB free: close something, or paint smaller (--size) with fewer --cutouts.");
    }

    public static Finding Threads()
    {
        string[] names = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_WAIT_POLICY"];
        var values = names.Select(name => $"{name}={Environment.GetEnvironmentVariable(name) ?? "(not set)"}");
        var seen = $"{Environment.ProcessorCount} cores; {string.Join(", ", values)}";
        var complete = names.All(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
        // They are read when libtorch is loaded, so they must stand before the program starts.
        return complete
            ? Finding.Good("threads", seen)
            : Finding.Note("threads", seen, "Start through ./run.sh, which sets them: without them painting beside other work can take twice as long.");
    }

    /// <summary>What programs could still be given; null where the system does not tell.</summary>
    public static long? AvailableBytes() => AvailableGiB() is { } free ? (long)(free * GiB) : null;

    private static double? AvailableGiB()
    {
        if (!File.Exists("/proc/meminfo")) return null;
        // "MemAvailable:   23456789 kB"
        var line = File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return line is not null && double.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture, out var kilobytes)
            ? kilobytes * 1024 / GiB
            : null;
    }
}
