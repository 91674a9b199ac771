using System.Runtime.InteropServices;

namespace VqganBot.Discord.Interactions.Interop;

/// <summary>Owns an EVP_MD_CTX.</summary>
internal sealed class DigestContextHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libcrypto.EVP_MD_CTX_free(handle);
        return true;
    }
}
