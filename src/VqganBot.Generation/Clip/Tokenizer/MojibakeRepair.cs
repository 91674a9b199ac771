using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>
/// Undoes the common accident in which UTF-8 was read as Windows-1252 ("cafÃ©", "itâ€™s"), as often as it happened.
/// A sequence is put right when it is well-formed UTF-8 and would be a strange thing to write on purpose.
/// </summary>
internal static class MojibakeRepair
{
    // These stand after a letter in ordinary writing: quotes, dashes, spaces, signs at the end of a word.
    private const string Closers = "\u00A0\u00AD\u00BB\u201D\u2019\u203A\u00AE\u2122\u2026\u2013\u2014\u00B0\u00B7\u00B4\u00AB\u201C\u2018\u2039\u201E\u201A\u2022\u00A9\u00AA\u00BA\u00B9\u00B2\u00B3\u00BC\u00BD\u00BE";

    public static string Repair(string text)
    {
        while (true)
        {
            string repaired = RepairOnce(text);
            if (repaired == text)
                return text;
            text = repaired;
        }
    }

    private static string RepairOnce(string text)
    {
        List<Garble> garbles = Find(text);

        // When nothing but such sequences is foreign in the text, all of it went through the same accident.
        bool isWhole = text.Count(c => c > 0x7F) == garbles.Sum(garble => garble.ForeignCharacters)
            && garbles.Any(garble => garble.IsConvincing || garble.IsInsideWord);
        var repaired = new StringBuilder(text.Length);
        int copied = 0;
        foreach (Garble garble in garbles.Where(garble => garble.IsConvincing || isWhole))
        {
            repaired.Append(text, copied, garble.Start - copied).Append(garble.Meant);
            copied = garble.Start + garble.Length;
        }

        return repaired.Append(text, copied, text.Length - copied).ToString();
    }

    private static List<Garble> Find(string text)
    {
        var garbles = new List<Garble>();
        for (int start = 0; start < text.Length;)
        {
            var meant = new StringBuilder();
            int end = start;
            int sequences = 0;
            bool convincing = false;
            while (Decode(text, end, out Rune rune) is > 0 and int length)
            {
                meant.Append(rune.ToString());
                sequences++;
                convincing |= sequences > 1 || IsConvincing(text[end], text.AsSpan(end + 1, length - 1));
                end += length;
            }

            if (sequences > 0)
            {
                garbles.Add(new Garble(start, end - start, end - start, meant.ToString(), convincing, IsInsideWord(text, start, end)));
            }
            else if (LostSpace(text, start) is { } lost)
            {
                garbles.Add(lost);
                end = start + lost.Length;
            }

            start = Math.Max(end, start + 1);
        }

        return garbles;
    }

    /// <summary>The length of the UTF-8 sequence at <paramref name="start"/>, if the characters' bytes make one; otherwise 0.</summary>
    private static int Decode(string text, int start, out Rune rune)
    {
        rune = default;
        int lead = start < text.Length ? Windows1252.Byte(text[start]) : -1;
        int length = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || start + length > text.Length)
            return 0;
        Span<byte> bytes = stackalloc byte[length];
        for (int i = 0; i < length; i++)
        {
            int value = Windows1252.Byte(text[start + i]);
            if (value < 0)
                return 0;
            bytes[i] = (byte)value;
        }

        return Rune.DecodeFromUtf8(bytes, out rune, out int consumed) == System.Buffers.OperationStatus.Done && consumed == length ? length : 0;
    }

    /// <summary>Whether one sequence is an accident rather than a letter before signs ("É…", and "café »" with a no-break space).</summary>
    private static bool IsConvincing(char lead, ReadOnlySpan<char> rest) =>
        lead is 'Â' or 'Ã' || (lead is not ('×' or 'ß') && rest.ContainsAnyExcept(Closers));

    /// <summary>"niÉ»o": nobody writes a capital with a sign after it between small letters, or after one.</summary>
    private static bool IsInsideWord(string text, int start, int end) =>
        text[start] is not ('×' or 'ß')
        && ((start > 0 && char.IsAsciiLetterLower(text[start - 1])) || (end < text.Length && char.IsAsciiLetterLower(text[end])));

    /// <summary>"Ã la" was "à la": the no-break space in the letter's second byte has become a plain one.</summary>
    private static Garble? LostSpace(string text, int start)
    {
        if (text[start] is not ('Â' or 'Ã') || start + 1 >= text.Length || text[start + 1] != ' ')
            return null;
        int before = start > 0 && text[start - 1] == ' ' ? start - 2 : start - 1;
        if (before >= 0 && char.IsUpper(text[before]))
            return null; // "MAÇÃ " is a word in capitals
        bool isWord = text[start] == 'Ã' && !(start + 2 < text.Length && text[start + 2] == ' ');
        return new Garble(start, isWord ? 1 : 2, 1, text[start] == 'Ã' ? "à" : "\u00A0", IsConvincing: true, IsInsideWord: true);
    }

    private sealed record Garble(int Start, int Length, int ForeignCharacters, string Meant, bool IsConvincing, bool IsInsideWord);
}
