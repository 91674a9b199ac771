namespace VqganBot.Imaging;

/// <summary>The formats the codec reads; the values are those of vqi_format in native/vqganbot_imaging.h.</summary>
internal enum ImageFormat
{
    Png = 0,
    Jpeg = 1,
    Webp = 2,
    Gif = 3,
}
