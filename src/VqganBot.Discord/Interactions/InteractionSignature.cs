using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using VqganBot.Discord.Interactions.Interop;

namespace VqganBot.Discord.Interactions;

/// <summary>Checks that an HTTP interaction comes from Discord: Ed25519 over timestamp and raw body (RFC 8032, by OpenSSL). For any thread.</summary>
public sealed class InteractionSignature : IDisposable
{
    private const int KeyBytes = 32;
    private const int SignatureBytes = 64;

    private readonly PublicKeyHandle _key;

    /// <param name="publicKeyHex">The application's <c>verify_key</c>: 64 hex digits.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    /// <exception cref="DllNotFoundException">OpenSSL is not installed.</exception>
    public InteractionSignature(string publicKeyHex)
    {
        ArgumentNullException.ThrowIfNull(publicKeyHex);
        Span<byte> key = stackalloc byte[KeyBytes];
        if (!TryDecode(publicKeyHex, key))
            throw new ArgumentException($"A public key of {2 * KeyBytes} hex digits was expected, as the Developer Portal shows it; {publicKeyHex.Length} characters were given.", nameof(publicKeyHex));
        _key = Libcrypto.EVP_PKEY_new_raw_public_key(Libcrypto.EVP_PKEY_ED25519, 0, key, KeyBytes);
        if (_key.IsInvalid)
            throw new CryptographicException("OpenSSL did not take the public key. It may be built without Ed25519.");
    }

    /// <summary>False for whatever was not signed with the application's key, and for what is no signature at all.</summary>
    /// <param name="signatureHex">The header X-Signature-Ed25519: 128 hex digits.</param>
    /// <param name="timestamp">The header X-Signature-Timestamp, as it came.</param>
    public bool Verify(string signatureHex, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(signatureHex);
        ArgumentNullException.ThrowIfNull(timestamp);
        Span<byte> signature = stackalloc byte[SignatureBytes];
        if (!TryDecode(signatureHex, signature)) return false;

        int prefix = Encoding.UTF8.GetByteCount(timestamp);
        byte[] message = new byte[prefix + body.Length];
        Encoding.UTF8.GetBytes(timestamp, message);
        body.CopyTo(message.AsSpan(prefix));

        using DigestContextHandle context = Libcrypto.EVP_MD_CTX_new();
        if (context.IsInvalid || Libcrypto.EVP_DigestVerifyInit(context, 0, 0, 0, _key) != 1)
            throw new CryptographicException("OpenSSL could not begin to verify an Ed25519 signature.");
        // 1 is good; 0 is a wrong signature and below zero a malformed one.
        return Libcrypto.EVP_DigestVerify(context, signature, SignatureBytes, message, (nuint)message.Length) == 1;
    }

    public void Dispose() => _key.Dispose();

    /// <summary>Hex digits of either case, exactly as many as fill it.</summary>
    private static bool TryDecode(string hex, Span<byte> bytes) =>
        hex.Length == 2 * bytes.Length && Convert.FromHexString(hex, bytes, out _, out int written) == OperationStatus.Done && written == bytes.Length;
}
