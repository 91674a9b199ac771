using System.Text;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Whatever bytes come in, a picture or an <see cref="ImageCodecException"/> comes out, and stderr stays empty.</summary>
[Collection(nameof(StandardErrorCollection))]
public sealed class ImageCodecDamageTests
{
    public static TheoryData<string> Formats => [.. EncodedSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Decode_CutInTheMiddle_IsDamagedInOneQuietSentence(string format)
    {
        byte[] data = EncodedSamples.All[format];
        using var stderr = new StandardErrorCapture();

        // Of an animation the first frame is read, so the cut is within that.
        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(data.AsSpan(0, format.StartsWith("animated") ? data.Length / 4 : data.Length / 2)));

        Assert.Matches("^The picture cannot be read: it is a (PNG|JPEG|WebP|GIF) file, but its data is damaged or cut short\\.$", e.Message);
        Assert.Equal("", stderr.Read());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Decode_CutAnywhere_NothingElseComesOut(string format)
    {
        byte[] data = EncodedSamples.All[format];
        using var stderr = new StandardErrorCapture();

        for (int length = 0; length < data.Length; length += Math.Max(1, data.Length / 100))
            TryDecode(data.AsSpan(0, length));

        Assert.Equal("", stderr.Read());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Decode_BitsFlipped_NothingElseComesOut(string format)
    {
        byte[] good = EncodedSamples.All[format];
        var random = new Random(41);
        using var stderr = new StandardErrorCapture();
        int refused = 0;

        for (int round = 0; round < 300; round++)
        {
            byte[] bad = [.. good];
            for (int flips = random.Next(1, 8); flips > 0; flips--)
                bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            refused += TryDecode(bad) ? 0 : 1;
        }

        Assert.Equal("", stderr.Read());
        Assert.InRange(refused, 10, 300);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Decode_RandomBytesBehindARealHeader_NothingElseComesOut(string format)
    {
        byte[] good = EncodedSamples.All[format];
        var random = new Random(42);
        using var stderr = new StandardErrorCapture();

        for (int round = 0; round < 300; round++)
        {
            int kept = random.Next(3, Math.Min(good.Length, 60));
            byte[] bad = new byte[random.Next(kept, 2000)];
            random.NextBytes(bad);
            good.AsSpan(0, kept).CopyTo(bad);
            TryDecode(bad);
        }

        Assert.Equal("", stderr.Read());
    }

    [Fact]
    public void Decode_RandomBytes_AreRefused()
    {
        var random = new Random(43);
        byte[] data = new byte[500];
        for (int round = 0; round < 1000; round++)
        {
            random.NextBytes(data);
            Assert.False(TryDecode(data));
        }
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("Dear bot, this is not a picture.", "looks like text")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"5\"/>", "SVG drawing")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"5\"/>", "SVG drawing")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "HEIC")]
    [InlineData("BM\0\0\0\0", "BMP")]
    [InlineData("II*\0\u0001\u0002", "TIFF")]
    [InlineData("P6 1 1 255 abc", "looks like text")]
    public void Decode_SomethingElse_SaysWhatItIsAndWhatIsWanted(string content, string expected)
    {
        // The SVG loader is open for our own drawings; this is the door that keeps it shut for users.
        SvgRasterizer.Rasterize("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>""", 2, 2);

        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(Encoding.Latin1.GetBytes(content)));

        Assert.Contains(expected, e.Message);
        Assert.Contains("a PNG, JPEG, WebP or GIF picture is wanted", e.Message);
    }

    [Fact]
    public void Decode_AfterFailures_StillWorks()
    {
        byte[] png = EncodedSamples.All["png"];
        for (int i = 0; i < 20; i++)
            TryDecode(png.AsSpan(0, 200));

        Assert.Equal(Pictures.Gradient(48, 40).Pixels, ImageCodec.Decode(png).Pixels);
    }

    private static bool TryDecode(ReadOnlySpan<byte> data)
    {
        try
        {
            // A bit may fall into the size: small limits keep the fuzzing quick without hiding anything.
            Rgb24Image image = ImageCodec.Decode(data, new DecodeLimits(MaxPixels: 100_000));
            Assert.Equal(image.Width * image.Height * 3, image.Pixels.Length);
            return true;
        }
        catch (ImageCodecException)
        {
            return false;
        }
    }
}
