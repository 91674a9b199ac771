using System.Buffers.Binary;
using System.IO.Compression;

namespace VqganBot.Imaging;

/// <summary>Writes PNG files with transparency (PNG specification, sections 7 to 11): the one kind of picture that the native encoder is not given.</summary>
internal static class TransparentPng
{
    private const int BytesPerPixel = 4;

    // Filter 1: each byte less the one a pixel before it, which compresses well where colours glide.
    private const byte Sub = 1;

    public static byte[] Encode(Rgba32Image image)
    {
        using var png = new MemoryStream();
        png.Write(PngChunks.Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8; // bits a channel
        header[9] = 6; // red, green, blue, alpha
        PngChunks.Write(png, "IHDR"u8, header);
        PngChunks.Write(png, "IDAT"u8, Compress(image));
        PngChunks.Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(Rgba32Image image)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            int stride = image.Width * BytesPerPixel;
            byte[] filtered = new byte[stride + 1];
            filtered[0] = Sub;
            for (int y = 0; y < image.Height; y++)
            {
                ReadOnlySpan<byte> row = image.Pixels.AsSpan(y * stride, stride);
                for (int i = 0; i < stride; i++)
                    filtered[i + 1] = unchecked((byte)(row[i] - (i < BytesPerPixel ? 0 : row[i - BytesPerPixel])));
                zlib.Write(filtered);
            }
        }
        return compressed.ToArray();
    }
}
