using System.Runtime.InteropServices;

namespace VqganBot.Imaging.Interop;

/// <summary>Owns an encoded file that libvips allocated.</summary>
internal sealed class BlobHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    public unsafe byte[] ToArray(nuint length) => new ReadOnlySpan<byte>((void*)handle, checked((int)length)).ToArray();

    protected override bool ReleaseHandle()
    {
        NativeMethods.vqi_blob_free(handle);
        return true;
    }
}
