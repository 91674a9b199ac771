using VqganBot.Imaging.Interop;

namespace VqganBot.Imaging;

/// <summary>Pixels into libvips' encoders.</summary>
internal static unsafe class PictureWriter
{
    /// <exception cref="ImageCodecException">The format has no room for a picture of this size.</exception>
    public static void CheckSize(ImageFormat format, int width, int height)
    {
        int most = format switch
        {
            ImageFormat.Webp => 16383, // VP8 frame header: 14 bits a side, RFC 6386 section 9.1
            ImageFormat.Jpeg or ImageFormat.Gif => 65535,
            _ => int.MaxValue,
        };
        if (width > most || height > most)
            throw new ImageCodecException($"A picture of {width}x{height} pixels cannot be written as {format.Name()}, which holds at most {most} on a side.");
    }

    public static byte[] Encode(Rgb24Image image, ImageFormat format, int quality)
    {
        CheckSize(format, image.Width, image.Height);
        fixed (byte* pixels = image.Pixels)
        {
            int result = NativeMethods.vqi_encode((int)format, pixels, image.Width, image.Height, quality, out BlobHandle blob, out nuint length);
            using (blob)
            {
                if (result != 0)
                    throw Failed($"The picture of {image.Width}x{image.Height} pixels", format);
                return blob.ToArray(length);
            }
        }
    }

    public static ImageCodecException Failed(string what, ImageFormat format)
    {
        string said = NativeMethods.LastError();
        return new ImageCodecException($"{what} could not be written as {format.Name()}: {said}", said);
    }
}
