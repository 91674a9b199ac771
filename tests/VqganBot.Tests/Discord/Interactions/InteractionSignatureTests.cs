using System.Globalization;
using System.Numerics;
using System.Text;
using VqganBot.Discord.Interactions;
using VqganBot.Discord.Interactions.Interop;

namespace VqganBot.Tests.Discord.Interactions;

public sealed class InteractionSignatureTests
{
    private const string Key = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    private const string Signature =
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

    /// <summary>The message of RFC 8032's third test is the bytes AF 82: what a body that is no UTF-8 looks like.</summary>
    private static readonly byte[] Body = [0xAF, 0x82];

    [Theory] // RFC 8032, section 7.1: tests 1 to 3, and SHA(abc).
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(Key, "af82", Signature)]
    [InlineData("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
    public void Verify_TheVectorsOfRfc8032_AreGood(string key, string message, string signature)
    {
        using var checker = new InteractionSignature(key);

        Assert.True(checker.Verify(signature, "", Convert.FromHexString(message)));
        Assert.True(checker.Verify(signature.ToUpperInvariant(), "", Convert.FromHexString(message)));
    }

    [Fact]
    public void Verify_TimestampAndBody_AreSignedAsOne()
    {
        // RFC 8032's second test has the message 72, which is "r": here it is all timestamp.
        using var checker = new InteractionSignature("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        const string signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

        Assert.True(checker.Verify(signature, "r", []));
        Assert.False(checker.Verify(signature, "s", []));
        Assert.False(checker.Verify(signature, "r", "r"u8));
        Assert.False(checker.Verify(signature, "", []));
    }

    [Fact]
    public void Verify_AnyByteOfSignatureOrBodyTampered_IsRefused()
    {
        using var checker = new InteractionSignature(Key);
        for (var i = 0; i < 64; i++)
        {
            var tampered = Convert.FromHexString(Signature);
            tampered[i] ^= 1;
            Assert.False(checker.Verify(Convert.ToHexString(tampered), "", Body), $"byte {i} of the signature");
        }

        Assert.False(checker.Verify(Signature, "", [0xAF, 0x83]));
        Assert.False(checker.Verify(Signature, "", [0xAF]));
        Assert.False(checker.Verify(Signature, "1", Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("62")]
    [InlineData(Signature + "00")]
    [InlineData("zz91d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Verify_WhatIsNoSignature_IsRefused(string signature)
    {
        using var checker = new InteractionSignature(Key);

        Assert.False(checker.Verify(signature, "", Body));
    }

    [Fact]
    public void Verify_AScalarOfTheGroupsOrderMore_IsRefused()
    {
        // The second half of a signature is a number below L; with L added it would verify too, were that not forbidden (RFC 8032, 5.1.7).
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
        var bytes = Convert.FromHexString(Signature);
        var scalar = new BigInteger(bytes.AsSpan(32), isUnsigned: true) + order;
        scalar.TryWriteBytes(bytes.AsSpan(32), out _, isUnsigned: true);
        using var checker = new InteractionSignature(Key);

        Assert.False(checker.Verify(Convert.ToHexString(bytes), "", Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fc51")]
    [InlineData(Key + "00")]
    [InlineData("gg51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")]
    public void Constructor_WhatIsNoKey_IsRefusedWithWhatWasExpected(string key)
    {
        var exception = Assert.Throws<ArgumentException>(() => new InteractionSignature(key));

        Assert.Contains("64 hex digits", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoLibraryOfThatName_SaysWhatToInstall()
    {
        var exception = Assert.Throws<DllNotFoundException>(() => Libcrypto.Find(["libnothing.so.1", "libnothing"], typeof(InteractionSignature).Assembly));

        Assert.Contains("libnothing.so.1, libnothing", exception.Message, StringComparison.Ordinal);
        Assert.Contains("install OpenSSL 3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_FromManyThreads_AgreesOnAll()
    {
        using var checker = new InteractionSignature(Key);

        Parallel.For(0, 200, i => Assert.Equal(i % 2 == 0, checker.Verify(Signature, "", i % 2 == 0 ? Body : Encoding.UTF8.GetBytes("other"))));
    }
}
