using System.Runtime.InteropServices;
using VqganBot.Imaging.Interop;

namespace VqganBot.Imaging;

/// <summary>Start-up check and versions of what the pictures depend on.</summary>
public static class ImagingLibrary
{
    private const string Remedy = "On Debian or Ubuntu install what is missing with: apt install libvips-dev cmake gcc make pkg-config; then build VqganBot again.";

    // Lazy would remember the exception with its first stack trace; a string is remembered instead, and thrown afresh.
    private static readonly Lazy<string?> Problem = new(Initialise);

    /// <summary>The version of libvips in use, such as "8.14.1".</summary>
    /// <exception cref="ImagingLibraryException">The library is missing.</exception>
    public static string VipsVersion
    {
        get
        {
            EnsureLoaded();
            return ReadVersion();
        }
    }

    /// <summary>Loads and sets up the native library; every other entry does this by itself.</summary>
    /// <exception cref="ImagingLibraryException">The library is missing; the message says what to install.</exception>
    public static void EnsureLoaded()
    {
        if (Problem.Value is string problem)
            throw new ImagingLibraryException(problem);
    }

    /// <summary>The version of the ffmpeg on the PATH, such as "5.1.9".</summary>
    /// <returns>null when there is none.</returns>
    public static string? FfmpegVersion() => Ffmpeg.Version();

    private static string? Initialise()
    {
        try
        {
            return NativeMethods.vqi_initialise() == 0
                ? null
                : $"libvips was found but could not be set up: {NativeMethods.LastError()}. {Remedy}";
        }
        catch (DllNotFoundException e)
        {
            // The loader lists every place it looked in; only a library that ours needs is worth naming.
            string reason = Array.Find(e.Message.Split('\n'), line => line.Contains("libvips", StringComparison.Ordinal))
                ?? $"libvqganbot_imaging.so is not beside the program in {AppContext.BaseDirectory}";
            return $"The imaging library could not be loaded: {reason.Trim()}. {Remedy}";
        }
        catch (EntryPointNotFoundException e)
        {
            return $"libvqganbot_imaging.so is of another version of VqganBot: {e.Message} Build VqganBot again.";
        }
    }

    private static unsafe string ReadVersion() => Marshal.PtrToStringUTF8((nint)NativeMethods.vqi_vips_version()) ?? "";
}
