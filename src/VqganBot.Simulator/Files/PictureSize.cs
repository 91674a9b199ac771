using System.Buffers.Binary;

namespace VqganBot.Simulator.Files;

/// <summary>Reads the size of a picture from its first bytes, for the formats Discord shows.</summary>
internal static class PictureSize
{
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG"u8))
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length >= 10 && bytes.StartsWith("GIF8"u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        if (bytes.Length >= 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return WebP(bytes[12..]);
        if (bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8)
            return Jpeg(bytes);
        return null;
    }

    private static (int, int)? WebP(ReadOnlySpan<byte> chunk)
    {
        if (chunk.StartsWith("VP8X"u8))
            return (1 + Read24(chunk[12..]), 1 + Read24(chunk[15..]));
        if (chunk.StartsWith("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }
        if (chunk.StartsWith("VP8 "u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3FFF);
        return null;
    }

    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (int at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            byte marker = bytes[at + 1];
            // The start of a frame, of any coding, has the size; C4, C8 and CC are tables that share its range.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    private static int Read24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
