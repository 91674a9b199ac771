using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>What TorchSharp has no name for: the start-up check, memory, autocast. Only the program and the trainers use it.</summary>
public static partial class TorchRuntime
{
    /// <value>The version whose headers the binding was built against.</value>
    public static string BuiltVersion => Marshal.PtrToStringUTF8(Native.shim_built_version())!;

    /// <value>The version of the libtorch in this process.</value>
    public static string LoadedVersion
    {
        get
        {
            var match = VersionInConfiguration().Match(Configuration);
            return match.Success ? match.Groups[1].Value : "of an unknown version";
        }
    }

    /// <value>libtorch's own description of how it was built.</value>
    public static string Configuration => Marshal.PtrToStringUTF8(Native.shim_configuration())!;

    /// <summary>Proves that the library loads, is the one it was built against, and knows every operator used here.</summary>
    /// <exception cref="TorchException">Something is missing; the one message says all of it and what to install.</exception>
    public static void Check()
    {
        var complaints = new List<string>();
        if (MajorMinor(BuiltVersion) != MajorMinor(LoadedVersion))
            complaints.Add($"the binding was built against libtorch {BuiltVersion}, but {LoadedVersion} is loaded: build again");
        var missing = Operators().Where(it => !it.IsOptional && !it.IsKnown).Select(it => it.Name).ToList();
        if (missing.Count > 0)
            complaints.Add($"libtorch {LoadedVersion} lacks {string.Join(", ", missing)}: use version 1.13 (Debian's libtorch-dev) or a 2.x distribution through LIBTORCH");
        if (complaints.Count > 0)
            throw new TorchException($"libtorch cannot be used as it is; {string.Join("; ", complaints)}.");
    }

    /// <summary>Gives the C heap's free pages back to the system; worth it after a job, not in a loop.</summary>
    public static void TrimMemory() => Native.shim_trim();

    /// <summary>Lets libtorch choose narrower types where that is safe, on this thread, until the result is disposed.</summary>
    public static IDisposable Autocast(DeviceType device, torch.ScalarType dtype) => new AutocastGuard(device, dtype);

    internal static IEnumerable<Operator> Operators() =>
        typeof(Aten).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(it => it.FieldType == typeof(Operator))
            .Select(it => (Operator)it.GetValue(null)!);

    private static string MajorMinor(string version) => string.Join('.', version.Split('.').Take(2));

    [GeneratedRegex(@"TORCH_VERSION=(\d+\.\d+(?:\.\d+)?)")]
    private static partial Regex VersionInConfiguration();
}
