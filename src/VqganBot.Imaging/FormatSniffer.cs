namespace VqganBot.Imaging;

/// <summary>Tells a file's format from its first bytes; names are never believed.</summary>
internal static class FormatSniffer
{
    /// <summary>One of the four formats that are decoded, or null.</summary>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith(PngChunks.Signature))
            return ImageFormat.Png;
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return ImageFormat.Jpeg;
        if (data.Length >= 12 && data.StartsWith("RIFF"u8) && data[8..].StartsWith("WEBP"u8))
            return ImageFormat.Webp;
        if (data.StartsWith("GIF87a"u8) || data.StartsWith("GIF89a"u8))
            return ImageFormat.Gif;
        return null;
    }

    /// <summary>What data of no known format seems to be, so that a user knows why a "picture" is refused.</summary>
    public static string Describe(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
            return "it is empty";

        // ISO base media (HEIC, AVIF, MP4): a box length, "ftyp", the brand.
        if (data.Length >= 12 && data[4..].StartsWith("ftyp"u8))
            return data[8..].StartsWith("avi"u8) ? "it is an AVIF picture"
                : data[8..].StartsWith("hei"u8) || data[8..].StartsWith("mif1"u8) ? "it is a HEIC picture"
                : "it is a video";
        if (data.StartsWith("BM"u8))
            return "it looks like a BMP picture";
        if (data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8))
            return "it is a TIFF picture";
        if (data.StartsWith("%PDF"u8))
            return "it is a PDF document";

        ReadOnlySpan<byte> start = data[..Math.Min(data.Length, 1024)];
        if (start.IndexOf("<svg"u8) >= 0)
            return "it is an SVG drawing";
        return start.IndexOfAnyInRange((byte)0, (byte)8) < 0 ? "it looks like text" : "its first bytes are those of no known picture";
    }
}
