using System.Runtime.InteropServices;

namespace VqganBot.Imaging.Interop;

/// <summary>library.c: start-up, versions, the last error and the freeing of what the other parts gave out.</summary>
internal static unsafe partial class NativeMethods
{
    public const string Library = "vqganbot_imaging";

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static partial int vqi_initialise();

    [LibraryImport(Library)]
    public static partial byte* vqi_vips_version();

    [LibraryImport(Library)]
    public static partial byte* vqi_last_error();

    [LibraryImport(Library)]
    public static partial void vqi_image_free(nint image);

    [LibraryImport(Library)]
    public static partial void vqi_blob_free(nint blob);

    /// <summary>What libvips said about the failure on this thread; useful to a developer, not fit for a user.</summary>
    public static string LastError()
    {
        string text = Marshal.PtrToStringUTF8((nint)vqi_last_error()) ?? "";
        return text.ReplaceLineEndings("; ");
    }
}
