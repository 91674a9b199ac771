using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The imports from native/: this file finds the library and turns its errors into exceptions.</summary>
internal static unsafe partial class Native
{
    private const string Library = "vqganbot_torch";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Find);

    /// <summary>Throws what the shim caught, if it caught anything.</summary>
    public static void Check(int status)
    {
        if (status != 0)
            Throw(status);
    }

    [LibraryImport(Library)]
    internal static partial nint shim_last_error();

    private static void Throw(int status)
    {
        var text = Marshal.PtrToStringUTF8(shim_last_error()) ?? "libtorch gave no text.";
        throw new TorchException(text, status);
    }

    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return 0;
        var file = Path.Combine(AppContext.BaseDirectory, $"lib{Library}.so");
        if (NativeLibrary.TryLoad(file, out var handle))
            return handle;
        var reason = "";
        try
        {
            NativeLibrary.Load(file);
        }
        catch (DllNotFoundException failure)
        {
            // The loader's own words are the last line; what precedes them is advice for developers.
            reason = failure.Message.Trim().Split('\n')[^1];
        }
        throw new TorchException(
            $"The binding to libtorch could not be loaded from {file}. Install libtorch (Debian: apt-get install libtorch-dev) " +
            $"or set LIBTORCH to a PyTorch distribution, then build again. The loader said: {reason}");
    }
}
