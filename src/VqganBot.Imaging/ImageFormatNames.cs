namespace VqganBot.Imaging;

/// <summary>The formats' names as people write them.</summary>
internal static class ImageFormatNames
{
    public static string Name(this ImageFormat format) => format switch
    {
        ImageFormat.Png => "PNG",
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Webp => "WebP",
        _ => "GIF",
    };
}
