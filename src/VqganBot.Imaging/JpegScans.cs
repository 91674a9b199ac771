using System.Buffers.Binary;

namespace VqganBot.Imaging;

/// <summary>Counts the scans of a JPEG. A progressive file of a few megabytes can hold hundreds of thousands, each of which
/// goes over the whole picture, and neither libvips 8.14 nor libjpeg has a limit.</summary>
internal static class JpegScans
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA, FirstRestart = 0xD0, StartOfImage = 0xD8, Temporary = 0x01;

    /// <summary>The scans up to the end of the picture; what follows it (a phone's short film, say) does not count.</summary>
    public static int Count(ReadOnlySpan<byte> jpeg)
    {
        int scans = 0;
        while (NextMarker(ref jpeg) is byte marker && marker != EndOfImage)
        {
            if (marker is >= FirstRestart and <= StartOfImage or Temporary)
                continue;
            if (marker == StartOfScan)
                scans++;
            if (jpeg.Length < 2)
                break;
            int length = BinaryPrimitives.ReadUInt16BigEndian(jpeg);
            jpeg = jpeg[Math.Min(Math.Max(length, 2), jpeg.Length)..];
        }
        return scans;
    }

    // ITU T.81, B.1.1: 0xFF and a code; 0xFF 0x00 is a byte of picture data, and 0xFF may be repeated as filling.
    private static byte? NextMarker(ref ReadOnlySpan<byte> jpeg)
    {
        for (int at; (at = jpeg.IndexOf((byte)0xFF)) >= 0;)
        {
            jpeg = jpeg[(at + 1)..];
            if (jpeg.IsEmpty || jpeg[0] is 0 or 0xFF)
                continue;
            byte marker = jpeg[0];
            jpeg = jpeg[1..];
            return marker;
        }
        return null;
    }
}
