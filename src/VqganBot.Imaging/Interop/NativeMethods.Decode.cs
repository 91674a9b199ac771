using System.Runtime.InteropServices;

namespace VqganBot.Imaging.Interop;

/// <summary>decode.c and svg.c: pictures from bytes. The bytes stay pinned until the images made from them are disposed.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial ImageHandle vqi_open(int format, byte* data, nuint length, out int width, out int height);

    [LibraryImport(Library)]
    public static partial ImageHandle vqi_open_svg(byte* svg, nuint length, out int width, out int height);

    [LibraryImport(Library)]
    public static partial ImageHandle vqi_to_srgb(ImageHandle image, out int width, out int height);

    [LibraryImport(Library)]
    public static partial int vqi_read_rgb(ImageHandle image, byte* rgb, nuint length);
}
