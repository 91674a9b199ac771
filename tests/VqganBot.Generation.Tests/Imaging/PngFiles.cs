using System.Buffers.Binary;
using System.IO.Compression;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Builds PNG files of kinds that our encoder never writes. Has a CRC of its own, so that it checks the product's.</summary>
internal static class PngFiles
{
    public const byte Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6;

    /// <param name="rows">Filter byte and samples of each row, as the PNG specification lays them out.</param>
    /// <param name="extra">Chunks between header and pixels.</param>
    public static byte[] Of(int width, int height, byte colourType, byte depth, ReadOnlySpan<byte> rows, params (string Type, byte[] Data)[] extra) =>
        OfCompressed(width, height, colourType, depth, Deflated(rows), extra);

    public static byte[] OfCompressed(int width, int height, byte colourType, byte depth, byte[] idat, params (string Type, byte[] Data)[] extra)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colourType);

        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Chunk(file, "IHDR", header);
        foreach ((string type, byte[] data) in extra)
            Chunk(file, type, data);
        Chunk(file, "IDAT", idat);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Deflated(ReadOnlySpan<byte> data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest))
            zlib.Write(data);
        return target.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        byte[] typeAndData = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        byte[] number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(typeAndData);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typeAndData));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }
}
