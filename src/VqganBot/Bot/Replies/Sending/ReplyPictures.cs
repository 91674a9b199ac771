using System.Globalization;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Discord.Rest;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Sending;

/// <summary>Pictures as files under a message: small while they form, a PNG at the end, never above what may be uploaded.</summary>
internal sealed class ReplyPictures(JobFiles files, ReplyOptions options)
{
    private const int LargestPreview = 1024;
    private const int LargestThumbnail = 512;
    private const int LargestWebp = 16383;
    private const int SmallestSide = 64;

    /// <summary>The forming picture.</summary>
    public FileUpload Preview(Job job, JobProgress progress, Rgb24Image frame)
    {
        var small = FitInto(ShownSize.Of(frame), LargestPreview);
        return Upload(
            string.Create(CultureInfo.InvariantCulture, $"picture-{job.Id}-step-{progress.Step}.webp"),
            Webp(small, Math.Min(options.PreviewBytes, job.Reply.AttachmentSizeLimit)),
            AltText.Of(job, progress));
    }

    /// <summary>The finished picture, or grid of pictures; null when its file is gone.</summary>
    /// <param name="limit">Bytes.</param>
    public FileUpload? Final(Job job, long limit)
    {
        if (Read(FinalPath(job)) is not { } painted) return null;
        // As a PNG where possible: it carries its settings.
        var png = ShownSize.Of(painted);
        return png.LongLength <= limit
            ? Upload($"picture-{Id(job)}.png", png, AltText.Of(job))
            : Upload($"picture-{Id(job)}.webp", Webp(FitInto(ImageCodec.Decode(png), LargestWebp), limit), AltText.Of(job));
    }

    /// <summary>The finished picture or grid, small, for pages of many; null when its file is gone.</summary>
    /// <param name="tile">Only this picture of it.</param>
    public FileUpload? Thumbnail(Job job, int? tile = null) => Read(tile is { } one ? files.Picture(job.Id, one) : FinalPath(job)) is { } png
        ? Upload(
            $"picture-{Id(job)}.webp", Webp(FitInto(ShownSize.Of(ImageCodec.Decode(png)), LargestThumbnail), options.PreviewBytes),
            tile is { } number ? AltText.OfTile(job, number) : AltText.Of(job))
        : null;

    /// <summary>A picture as PNG when that is within the limit, else as WebP, smaller and smaller.</summary>
    /// <param name="stem">Its file name without the ending.</param>
    public static FileUpload Within(Rgb24Image picture, string stem, string altText, long limit)
    {
        var png = ImageCodec.EncodePng(picture);
        return png.LongLength <= limit ? Upload($"{stem}.png", png, altText) : Upload($"{stem}.webp", Webp(FitInto(picture, LargestWebp), limit), altText);
    }

    private string FinalPath(Job job) => FinishedTiles.Of(job) > 1 ? files.Grid(job.Id) : files.Picture(job.Id, 1);

    private static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Webp(Rgb24Image picture, long limit)
    {
        for (var quality = 90; ; quality = Math.Max(30, quality - 20))
        {
            var webp = ImageCodec.EncodeWebp(picture, quality);
            if (webp.LongLength <= limit || Math.Min(picture.Width, picture.Height) <= SmallestSide) return webp;
            if (quality <= 50) picture = FitInto(picture, Math.Max(picture.Width, picture.Height) * 3 / 4);
        }
    }

    private static Rgb24Image FitInto(Rgb24Image picture, int side)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        return longest <= side
            ? picture
            : ImageResizer.Lanczos(picture, Math.Max(1, picture.Width * side / longest), Math.Max(1, picture.Height * side / longest));
    }

    private static FileUpload Upload(string name, byte[] bytes, string altText) =>
        new(name, Path.GetExtension(name) == ".png" ? "image/png" : "image/webp", bytes, altText);

    private static string Id(Job job) => job.Id.ToString(CultureInfo.InvariantCulture);
}
