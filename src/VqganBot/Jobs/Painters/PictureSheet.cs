using VqganBot.CommandLine.Imagine;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>The pictures of a job in one.</summary>
internal static class PictureSheet
{
    private const int Gap = 2;

    /// <summary>As wide as the whole sheet will be from the first picture on, so that the message does not change its shape.</summary>
    public static Rgb24Image Compose(IReadOnlyList<Rgb24Image> pictures, int count) =>
        count == 1 ? pictures[0] : ContactSheet.Compose(pictures, (int)Math.Ceiling(Math.Sqrt(count)), Gap);

    public static void Write(string path, IEnumerable<Rgb24Image> pictures, int count) =>
        AtomicFile.Write(path, ImageCodec.EncodePng(Compose([.. pictures], count)));
}
