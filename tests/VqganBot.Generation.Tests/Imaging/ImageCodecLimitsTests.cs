using System.Diagnostics;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

public sealed class ImageCodecLimitsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-limits").FullName;

    [Fact]
    public void Decode_HugeOneBitPng_IsRefusedBeforeDecoding()
    {
        byte[] bomb = HugePng(30_000);
        Assert.True(bomb.Length < 2_000_000);
        ImagingLibrary.EnsureLoaded();
        var clock = Stopwatch.StartNew();

        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(bomb));

        // Decoding it takes two to three seconds on an idle machine, the refusal a millisecond; this is a busy machine's refusal.
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1500);
        Assert.Contains("30000x30000", e.Message);
        Assert.Contains("64 million", e.Message);
    }

    [Theory]
    [InlineData(0x7FFF_FFFF)]
    [InlineData(1_000_000)]
    public void Decode_SizeBeyondAnyPicture_IsRefused(int side) =>
        Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(PngFiles.OfCompressed(side, side, PngFiles.Rgba, 16, PngFiles.Deflated([0]))));

    [Fact]
    public void Decode_PixelsAtTheLimit_IsDecodedAndOneMoreIsNot()
    {
        byte[] png = ImageCodec.EncodePng(Pictures.Gradient(20, 10));

        Assert.Equal(20, ImageCodec.Decode(png, new DecodeLimits(MaxPixels: 200)).Width);
        Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(png, new DecodeLimits(MaxPixels: 199)));
    }

    [Fact]
    public void Decode_JpegOfHundredsOfScans_IsRefused()
    {
        byte[] jpeg = EncodedSamples.All["progressive jpeg"];
        int lastScan = jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] scan = jpeg[lastScan..^2];
        byte[] Repeated(int times) => [.. jpeg[..lastScan], .. Enumerable.Repeat(scan, times).SelectMany(bytes => bytes), 0xFF, 0xD9];

        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(Repeated(300)));

        Assert.Contains("scans", e.Message);
        Assert.Equal(16, ImageCodec.Decode(Repeated(1)).Width);
    }

    [Fact]
    public void Decode_JpegWithAFilmBehindIt_IsDecoded()
    {
        byte[] behind = [.. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 2], 1000).SelectMany(bytes => bytes)];

        Assert.Equal(48, ImageCodec.Decode([.. EncodedSamples.All["jpeg"], .. behind]).Width);
    }

    [Fact]
    public void Decode_MoreBytesThanAllowed_SaysHowManyAreRead()
    {
        byte[] png = ImageCodec.EncodePng(Pictures.Noise(100, 100, seed: 1));

        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(png, new DecodeLimits(MaxBytes: 1024)));

        Assert.Contains("MiB", e.Message);
    }

    [Fact]
    public void DecodeFile_MoreBytesThanAllowed_IsRefused()
    {
        string path = Path.Combine(_folder, "large.png");
        File.WriteAllBytes(path, ImageCodec.EncodePng(Pictures.Noise(100, 100, seed: 1)));

        Assert.Throws<ImageCodecException>(() => ImageCodec.DecodeFile(path, new DecodeLimits(MaxBytes: 1024)));
    }

    [Fact]
    public void DecodeFile_EndlessDevice_IsRefused() =>
        Assert.Throws<ImageCodecException>(() => ImageCodec.DecodeFile("/dev/zero", new DecodeLimits(MaxBytes: 1 << 20)));

    [Fact]
    public void DecodeFile_NoSuchFile_NamesIt()
    {
        var e = Assert.Throws<ImageCodecException>(() => ImageCodec.DecodeFile(Path.Combine(_folder, "nothing.png")));

        Assert.Contains("nothing.png", e.Message);
    }

    [Fact]
    public void DecodeFile_Folder_IsRefused() => Assert.Throws<ImageCodecException>(() => ImageCodec.DecodeFile(_folder));

    [Fact]
    public void DecodeFile_EndingThatLies_IsDecodedByItsContent()
    {
        string path = Path.Combine(_folder, "really-a-webp.png");
        File.WriteAllBytes(path, ImageCodec.EncodeWebp(Pictures.Gradient(32, 16)));

        Assert.Equal(32, ImageCodec.DecodeFile(path).Width);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] HugePng(int side) => PngFiles.Of(side, side, PngFiles.Grey, 1, new byte[(side / 8 + 1) * side]);
}
