using System.Runtime.InteropServices;

namespace VqganBot.Imaging.Interop;

/// <summary>Owns one reference to a VipsImage.</summary>
internal sealed class ImageHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.vqi_image_free(handle);
        return true;
    }
}
