namespace VqganBot.Discord.Interactions;

/// <summary>Checks that an HTTP interaction comes from Discord: Ed25519 over timestamp and raw body (RFC 8032, by OpenSSL).</summary>
public sealed class InteractionSignature
{
    /// <param name="publicKeyHex">The application's <c>verify_key</c>: 64 hex digits.</param>
    public InteractionSignature(string publicKeyHex) => throw new NotImplementedException();

    public bool Verify(string signatureHex, string timestamp, ReadOnlySpan<byte> body) => throw new NotImplementedException();
}
