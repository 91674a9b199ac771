using System.Runtime.InteropServices;

namespace VqganBot.Imaging.Interop;

/// <summary>encode.c and animate.c: bytes and files from pixels.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial int vqi_encode(int format, byte* rgb, int width, int height, int quality, out BlobHandle blob, out nuint length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int vqi_animate(int format, byte* rgb, int width, int height, int frames, int* delaysInMilliseconds, int quality, string outPath);
}
