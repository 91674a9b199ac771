using VqganBot.Imaging;

namespace VqganBot.Bot.Replies.Sending;

/// <summary>
/// Discord shows a picture as large as it is, and 64 pixels are a stamp. Small pictures are shown enlarged, by whole multiples;
/// in the job's folder they stay as they were painted.
/// </summary>
internal static class ShownSize
{
    /// <value>Pixels of the longer side, at least.</value>
    public const int Least = 320;

    public static Rgb24Image Of(Rgb24Image picture)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        var times = (Least + longest - 1) / longest;
        return times == 1 ? picture : ImageResizer.Lanczos(picture, picture.Width * times, picture.Height * times);
    }

    /// <summary>The same for a PNG, whose settings stay inside.</summary>
    public static byte[] Of(byte[] png)
    {
        var picture = ImageCodec.Decode(png);
        var shown = Of(picture);
        return ReferenceEquals(shown, picture) ? png : ImageCodec.EncodePng(shown, ImageCodec.ReadPngText(png));
    }
}
