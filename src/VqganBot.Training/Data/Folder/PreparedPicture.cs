using VqganBot.Imaging;

namespace VqganBot.Training.Data.Folder;

/// <summary>Brings a picture to the size it is learnt at: the shorter side exactly, the longer cut from both ends where it is very long.</summary>
internal static class PreparedPicture
{
    /// <summary>Of a panorama the middle is kept, three times as long as high: more would only take room.</summary>
    private const int MostAspect = 3;

    public static Rgb24Image Of(Rgb24Image picture, int side)
    {
        var shorter = Math.Min(picture.Width, picture.Height);
        var most = (int)Math.Min(int.MaxValue, (long)shorter * MostAspect);
        var cut = Middle(picture, Math.Min(picture.Width, most), Math.Min(picture.Height, most));
        return ImageResizer.Lanczos(cut, Scaled(cut.Width), Scaled(cut.Height));

        int Scaled(int length) => length == shorter ? side : Math.Max(side, (int)Math.Round(length * (double)side / shorter));
    }

    private static Rgb24Image Middle(Rgb24Image picture, int width, int height)
    {
        if (width == picture.Width && height == picture.Height)
            return picture;
        var (left, top) = ((picture.Width - width) / 2, (picture.Height - height) / 2);
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
            picture.Pixels.AsSpan((((top + y) * picture.Width) + left) * 3, width * 3).CopyTo(pixels.AsSpan(y * width * 3));
        return new Rgb24Image(width, height, pixels);
    }
}
