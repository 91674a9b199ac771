using System.Buffers.Binary;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>What an animated file says about its frames, read by the formats' own specifications and without libvips.</summary>
internal sealed record AnimationFile(IReadOnlyList<int> DelaysInMilliseconds, bool RepeatsForEver)
{
    /// <summary>GIF89a specification, sections 17 to 27.</summary>
    public static AnimationFile OfGif(byte[] file)
    {
        var delays = new List<int>();
        bool forEver = false;
        int at = 13 + ColourTable(file[10]);
        while (file[at] != 0x3B)
        {
            if (file[at] == 0x2C)
            {
                at += 10 + ColourTable(file[at + 9]) + 1;
            }
            else
            {
                Assert.Equal(0x21, file[at]);
                if (file[at + 1] == 0xF9)
                    delays.Add(BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 4)) * 10);
                if (file.AsSpan(at + 3).StartsWith("NETSCAPE2.0"u8))
                    forEver = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 16)) == 0;
                at += 2;
            }
            while (file[at] != 0)
                at += file[at] + 1;
            at++;
        }
        return new(delays, forEver);
    }

    /// <summary>WebP container specification: chunks ANIM (loop count) and ANMF (duration).</summary>
    public static AnimationFile OfWebp(byte[] file)
    {
        var delays = new List<int>();
        bool forEver = false;
        for (int at = 12; at < file.Length;)
        {
            Span<byte> chunk = file.AsSpan(at);
            int length = BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("ANIM"u8))
                forEver = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]) == 0;
            if (chunk.StartsWith("ANMF"u8))
                delays.Add(chunk[20] | chunk[21] << 8 | chunk[22] << 16);
            at += 8 + length + length % 2;
        }
        return new(delays, forEver);
    }

    private static int ColourTable(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
}
