using System.Buffers.Binary;

namespace VqganBot.Imaging;

/// <summary>The container of a PNG file: signature, then chunks of length, type, data and CRC (PNG specification, section 5).</summary>
internal static class PngChunks
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Reads the chunk at an offset and moves the offset behind it.</summary>
    /// <returns>false at the end of the data and where it is cut short or a CRC is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> png, ref int offset, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = default;
        if (offset > png.Length - 12)
            return false;

        ReadOnlySpan<byte> rest = png[offset..];
        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12)
            return false;

        ReadOnlySpan<byte> summed = rest.Slice(4, (int)length + 4);
        if (Crc(summed) != BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]))
            return false;

        type = summed[..4];
        data = summed[4..];
        offset += (int)length + 12;
        return true;
    }

    public static void Write(Stream target, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        target.Write(chunk);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        // The polynomial of the PNG specification, annex D, with its bits reversed.
        const uint Polynomial = 0xEDB88320;
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int bit = 0; bit < 8; bit++)
                c = (c & 1) != 0 ? Polynomial ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
