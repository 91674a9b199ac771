using System.Diagnostics;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

[Collection(nameof(StandardErrorCollection))]
public sealed class ImagingLibraryTests
{
    [Fact]
    public void VipsVersion_IsAVersion() => Assert.Matches(@"^8\.\d+\.\d+", ImagingLibrary.VipsVersion);

    [Fact]
    public void FfmpegVersion_IsAVersionOrNull()
    {
        if (ImagingLibrary.FfmpegVersion() is not string version)
        {
            Assert.Skip("ffmpeg is not installed");
            return;
        }
        Assert.Matches(@"\d", version);
    }

    [Fact]
    public void Codec_ManyThreads_AllAgree()
    {
        Rgb24Image image = Pictures.Noise(60, 40, seed: 8);
        byte[] png = ImageCodec.EncodePng(image);
        byte[] jpeg = ImageCodec.EncodeJpeg(image);
        byte[] fromJpeg = ImageCodec.Decode(jpeg).Pixels;

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            Assert.Equal(image.Pixels, ImageCodec.Decode(png).Pixels);
            Assert.Equal(fromJpeg, ImageCodec.Decode(jpeg).Pixels);
            Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(png.AsSpan(0, png.Length / (2 + i % 5))));
            Assert.Equal(png, ImageCodec.EncodePng(image));
        });
    }

    [Fact]
    public void Codec_ThousandsOfPicturesGoodAndBad_LeaveMemoryFlat()
    {
        Rounds(200);
        long before = ResidentBytes();

        Rounds(800);

        // One leaked picture of 256x256 in each round would be 157 MB; the heap's own movement is a few.
        Assert.InRange(ResidentBytes() - before, long.MinValue, 24L << 20);
    }

    private static void Rounds(int count)
    {
        Rgb24Image image = Pictures.Gradient(256, 256);
        byte[] png = ImageCodec.EncodePng(image);
        byte[] jpeg = ImageCodec.EncodeJpeg(image);
        byte[] webp = ImageCodec.EncodeWebp(Pictures.Gradient(64, 64));
        for (int i = 0; i < count; i++)
        {
            ImageCodec.Decode(jpeg);
            ImageCodec.Decode(webp);
            Assert.Throws<ImageCodecException>(() => ImageCodec.Decode(png.AsSpan(0, png.Length / 2)));
            if (i % 10 == 0)
                ImageCodec.EncodeJpeg(ImageCodec.Decode(png));
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
