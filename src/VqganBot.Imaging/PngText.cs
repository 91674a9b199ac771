using System.IO.Compression;
using System.Text;

namespace VqganBot.Imaging;

/// <summary>Text in PNG files: tEXt for plain ASCII, which every tool shows, iTXt (UTF-8) for the rest; zTXt is read too.</summary>
internal static class PngText
{
    // A few bytes of compressed text can stand for gigabytes.
    private const int MaxInflatedBytes = 1 << 20;
    private const int MaxEntries = 100;

    /// <summary>The PNG with text chunks put directly behind its header, where readers that stop early find them.</summary>
    public static byte[] Insert(byte[] png, IReadOnlyDictionary<string, string> text)
    {
        int offset = PngChunks.Signature.Length;
        if (!PngChunks.TryRead(png, ref offset, out _, out _))
            throw new ArgumentException("The data to put text into is not a PNG file.", nameof(png));

        using var result = new MemoryStream(png.Length + 1024);
        result.Write(png, 0, offset);
        foreach ((string keyword, string value) in text)
            WriteChunk(result, keyword, value);
        result.Write(png, offset, png.Length - offset);
        return result.ToArray();
    }

    /// <summary>The text in front of the first damaged chunk, a hundred entries at most; of two with one keyword the first counts.</summary>
    public static Dictionary<string, string> Read(ReadOnlySpan<byte> png)
    {
        var text = new Dictionary<string, string>();
        int offset = PngChunks.Signature.Length;
        while (text.Count < MaxEntries && PngChunks.TryRead(png, ref offset, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data))
        {
            int keywordEnd = data.IndexOf((byte)0);
            if (keywordEnd < 1)
                continue;

            ReadOnlySpan<byte> rest = data[(keywordEnd + 1)..];
            string? value = type.SequenceEqual("tEXt"u8) ? Encoding.Latin1.GetString(rest)
                : type.SequenceEqual("zTXt"u8) ? ReadCompressed(rest)
                : type.SequenceEqual("iTXt"u8) ? ReadInternational(rest)
                : null;
            if (value != null)
                text.TryAdd(Encoding.Latin1.GetString(data[..keywordEnd]), value);
        }
        return text;
    }

    private static void WriteChunk(Stream target, string keyword, string value)
    {
        CheckKeyword(keyword);
        if (value.Contains('\0'))
            throw new ArgumentException($"The PNG text '{keyword}' has a NUL character, which a PNG cannot hold.", nameof(value));

        if (Ascii.IsValid(value))
        {
            PngChunks.Write(target, "tEXt"u8, [.. Encoding.ASCII.GetBytes(keyword), 0, .. Encoding.ASCII.GetBytes(value)]);
            return;
        }

        // After the keyword: compression flag, compression method, empty language tag, empty translated keyword.
        PngChunks.Write(target, "iTXt"u8, [.. Encoding.ASCII.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(value)]);
    }

    private static void CheckKeyword(string keyword)
    {
        bool valid = keyword.Length is >= 1 and <= 79
            && keyword.All(c => c is >= ' ' and <= '~')
            && keyword[0] != ' ' && keyword[^1] != ' ' && !keyword.Contains("  ", StringComparison.Ordinal);
        if (!valid)
            throw new ArgumentException($"'{keyword}' cannot be a PNG keyword: it needs 1 to 79 printable ASCII characters without spaces at its ends or two in a row.", nameof(keyword));
    }

    private static string? ReadCompressed(ReadOnlySpan<byte> rest) =>
        rest.Length > 1 && rest[0] == 0 && Inflate(rest[1..]) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : null;

    private static string? ReadInternational(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 4)
            return null;

        bool compressed = rest[0] == 1;
        rest = rest[2..];
        for (int skipped = 0; skipped < 2; skipped++)
        {
            int end = rest.IndexOf((byte)0);
            if (end < 0)
                return null;
            rest = rest[(end + 1)..];
        }
        if (!compressed)
            return Encoding.UTF8.GetString(rest);
        return Inflate(rest) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static byte[]? Inflate(ReadOnlySpan<byte> compressed)
    {
        using var inflater = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        byte[] buffer = new byte[4096];
        try
        {
            for (int read; (read = inflater.Read(buffer)) > 0;)
            {
                if (inflated.Length + read > MaxInflatedBytes)
                    return null;
                inflated.Write(buffer, 0, read);
            }
            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
