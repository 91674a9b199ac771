using VqganBot.Imaging.Interop;

namespace VqganBot.Imaging;

/// <summary>Pixels out of libvips: header first, then the limits, and only then the decoding.</summary>
internal static unsafe class PictureReader
{
    private const int MaxScans = 200;
    private const int MaxScansOfLargest = 20;

    public static Rgb24Image Decode(ReadOnlySpan<byte> data, ImageFormat format, DecodeLimits limits)
    {
        fixed (byte* bytes = data)
        {
            using ImageHandle image = NativeMethods.vqi_open((int)format, bytes, (nuint)data.Length, out int width, out int height);
            if (image.IsInvalid)
                throw Damaged(format);
            if ((long)width * height > limits.MaxPixels)
                throw new ImageCodecException($"The picture is too large: it has {width}x{height} pixels, and at most {limits.MaxPixels / 1e6:0.###} million pixels are decoded.");
            if (format == ImageFormat.Jpeg)
                CheckScans(JpegScans.Count(data), (long)width * height, limits);
            return ReadPixels(image) ?? throw Damaged(format);
        }
    }

    public static Rgb24Image Rasterize(ReadOnlySpan<byte> svg)
    {
        fixed (byte* bytes = svg)
        {
            using ImageHandle image = NativeMethods.vqi_open_svg(bytes, (nuint)svg.Length, out _, out _);
            return (image.IsInvalid ? null : ReadPixels(image))
                ?? throw new ImageCodecException("The drawing could not be rendered: it is not SVG that librsvg understands.", NativeMethods.LastError());
        }
    }

    private static Rgb24Image? ReadPixels(ImageHandle image)
    {
        using ImageHandle srgb = NativeMethods.vqi_to_srgb(image, out int width, out int height);
        if (srgb.IsInvalid)
            return null;

        var picture = new Rgb24Image(width, height);
        fixed (byte* pixels = picture.Pixels)
            return NativeMethods.vqi_read_rgb(srgb, pixels, (nuint)picture.Pixels.Length) == 0 ? picture : null;
    }

    // Usual progressive files have about ten scans.
    private static void CheckScans(int scans, long pixels, DecodeLimits limits)
    {
        if (scans > MaxScans || scans * pixels > MaxScansOfLargest * limits.MaxPixels)
            throw new ImageCodecException($"The picture cannot be read: it is a JPEG of {scans} scans, which would take too long; save it again with a usual program.");
    }

    private static ImageCodecException Damaged(ImageFormat format) =>
        new($"The picture cannot be read: it is a {format.Name()} file, but its data is damaged or cut short.", NativeMethods.LastError());
}
