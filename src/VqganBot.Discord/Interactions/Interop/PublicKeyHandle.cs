using System.Runtime.InteropServices;

namespace VqganBot.Discord.Interactions.Interop;

/// <summary>Owns an EVP_PKEY.</summary>
internal sealed class PublicKeyHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libcrypto.EVP_PKEY_free(handle);
        return true;
    }
}
