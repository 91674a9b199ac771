using System.Globalization;

namespace VqganBot.CommandLine.Bench;

/// <summary>The most memory that this process ever had resident.</summary>
internal static class ResidentPeak
{
    private const string Line = "VmHWM:";

    /// <returns>Bytes; null where the system does not tell.</returns>
    public static long? Read()
    {
        if (!File.Exists("/proc/self/status")) return null;
        // "VmHWM:     1234567 kB"
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
        return line is not null && long.TryParse(line[Line.Length..].Replace("kB", "").Trim(), CultureInfo.InvariantCulture, out var kilobytes)
            ? kilobytes * 1024
            : null;
    }
}
