using VqganBot.Imaging.Interop;

namespace VqganBot.Imaging;

/// <summary>Pixels into libvips' encoders.</summary>
internal static unsafe class PictureWriter
{
    public static byte[] Encode(Rgb24Image image, ImageFormat format, int quality)
    {
        fixed (byte* pixels = image.Pixels)
        {
            int result = NativeMethods.vqi_encode((int)format, pixels, image.Width, image.Height, quality, out BlobHandle blob, out nuint length);
            using (blob)
            {
                if (result != 0)
                    throw new ImageCodecException($"A picture of {image.Width}x{image.Height} pixels could not be written as {format}: WebP holds at most 16383 pixels on a side, JPEG 65535.", NativeMethods.LastError());
                return blob.ToArray(length);
            }
        }
    }
}
