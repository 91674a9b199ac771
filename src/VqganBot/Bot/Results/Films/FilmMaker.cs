using System.Globalization;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results.Films;

/// <summary>Films of how pictures came to be, from the frames in the job's folder; made once and kept there.</summary>
internal sealed class FilmMaker(JobFiles files)
{
    private const double Seconds = 6;
    private const int LongestSide = 1280;
    private static readonly int[] Shrinks = [1, 2, 4];

    /// <summary>The file of a film of at most so many bytes; null when there are no frames or none of the sizes fits.</summary>
    public string? Make(Job job, long limit, CancellationToken cancellation)
    {
        // Of a grid that was kept as it was, some were not begun.
        var tiles = Enumerable.Range(1, job.Order.Count).Select(tile => FramesOf(job.Id, tile)).Where(frames => frames.Count > 0).ToList();
        if (tiles.Count == 0) return null;
        foreach (var shrink in Shrinks)
        {
            var path = Path.Combine(files.Folder(job.Id), string.Create(CultureInfo.InvariantCulture, $"film-{shrink}.{Ending}"));
            if (!File.Exists(path)) Write(path, job, tiles, shrink, cancellation);
            if (new FileInfo(path).Length <= limit) return path;
        }

        return null;
    }

    // Discord plays both in the message.
    private static string Ending => ImagingLibrary.FfmpegVersion() is null ? "webp" : "mp4";

    private static void Write(string path, Job job, IReadOnlyList<IReadOnlyList<string>> tiles, int shrink, CancellationToken cancellation)
    {
        var length = tiles.Max(frames => frames.Count);
        var rate = Math.Clamp(length / Seconds, 4, 30);
        // The last picture stands for a second before the film begins again.
        var still = (int)Math.Ceiling(rate);
        var pictures = Enumerable.Range(0, length + still).Select(at => Scene(tiles, Math.Min(at, length - 1), shrink));
        Timelapse.Write(path, SameSize(pictures), rate, cancellation);
    }

    // All pictures of a grid grow side by side, although they were painted one after the other.
    private static Rgb24Image Scene(IReadOnlyList<IReadOnlyList<string>> tiles, int at, int shrink)
    {
        Rgb24Image[] pictures = [.. tiles.Select(frames => ImageCodec.DecodeFile(frames[Math.Min(at, frames.Count - 1)]))];
        var scene = ShownSize.Of(pictures.Length == 1 ? pictures[0] : ContactSheet.Compose(pictures, (int)Math.Ceiling(Math.Sqrt(pictures.Length))));
        var scale = Math.Min(1.0 / shrink, (double)LongestSide / Math.Max(scene.Width, scene.Height));
        return scale >= 1 ? scene : ImageResizer.Lanczos(scene, Math.Max(2, (int)(scene.Width * scale)), Math.Max(2, (int)(scene.Height * scale)));
    }

    // A painting that was made smaller on the way changed its size.
    private static IEnumerable<Rgb24Image> SameSize(IEnumerable<Rgb24Image> pictures)
    {
        Rgb24Image? first = null;
        foreach (var picture in pictures)
        {
            first ??= picture;
            yield return picture.Width == first.Width && picture.Height == first.Height ? picture : ImageResizer.Lanczos(picture, first.Width, first.Height);
        }
    }

    private IReadOnlyList<string> FramesOf(long job, int tile)
    {
        var folder = files.Frames(job, tile);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)] : [];
    }
}
