using VqganBot.CommandLine.Imagine;
using VqganBot.Imaging;
using VqganBot.Search;

namespace VqganBot.CommandLine.Search;

/// <summary>The found pictures on one sheet, best first in reading order, each with its own aspect.</summary>
internal static class FoundSheet
{
    private const int Cell = 224;

    public static void Write(string file, string folder, IReadOnlyList<FoundPicture> found)
    {
        var tiles = found.Select(picture => Fit(ImageCodec.DecodeFile(Path.Combine(folder, picture.Paths[0])))).ToArray();
        var columns = (int)Math.Ceiling(Math.Sqrt(tiles.Length));
        AtomicFile.Write(file, ImageCodec.EncodeByExtension(ContactSheet.Compose(tiles, columns), file));
    }

    private static Rgb24Image Fit(Rgb24Image picture)
    {
        var scale = (double)Cell / Math.Max(picture.Width, picture.Height);
        return ImageResizer.Lanczos(picture, Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }
}
