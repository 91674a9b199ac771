using System.Reflection;
using System.Runtime.InteropServices;

namespace VqganBot.Discord.Interactions.Interop;

/// <summary>OpenSSL's libcrypto, as far as Ed25519 needs it: https://docs.openssl.org/3.0/man7/EVP_SIGNATURE-ED25519/</summary>
internal static partial class Libcrypto
{
    public const int EVP_PKEY_ED25519 = 1087;

    private const string Library = "libcrypto";

    /// <summary>What distributions call it, OpenSSL 3 before 1.1.1, which knows Ed25519 too.</summary>
    private static readonly string[] Names = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll", "libcrypto"];

    static Libcrypto() => NativeLibrary.SetDllImportResolver(typeof(Libcrypto).Assembly, (name, assembly, _) =>
        name == Library ? Find(Names, assembly) : 0);

    /// <exception cref="DllNotFoundException">None of them is there.</exception>
    internal static nint Find(IReadOnlyList<string> names, Assembly assembly)
    {
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, assembly, DllImportSearchPath.SafeDirectories, out nint library))
                return library;
        }

        throw new DllNotFoundException(
            $"OpenSSL's libcrypto was not found under any of the names {string.Join(", ", names)}. Signatures of HTTP interactions are checked with it: "
            + "install OpenSSL 3 (Debian: apt-get install libssl3), or receive interactions by the gateway.");
    }

    [LibraryImport(Library)]
    public static partial PublicKeyHandle EVP_PKEY_new_raw_public_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library)]
    public static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Library)]
    public static partial DigestContextHandle EVP_MD_CTX_new();

    [LibraryImport(Library)]
    public static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Library)]
    public static partial int EVP_DigestVerifyInit(DigestContextHandle context, nint keyContext, nint digest, nint engine, PublicKeyHandle key);

    [LibraryImport(Library)]
    public static partial int EVP_DigestVerify(DigestContextHandle context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint messageLength);
}
