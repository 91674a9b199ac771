using System.Globalization;
using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>
/// Cuts clean text into the pieces that byte pairs are merged in: specials, contractions, runs of letters, single
/// digits, runs of anything else. By runes, because a .NET regular expression sees no letters outside the BMP.
/// </summary>
internal static class WordSplitter
{
    public const string StartOfText = "<|startoftext|>";
    public const string EndOfText = "<|endoftext|>";
    private static readonly string[] Fixed = [StartOfText, EndOfText, "'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    public static IEnumerable<string> Split(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int length = FixedLength(text, start);
            if (length == 0)
                length = RunLength(text, start);
            if (KindAt(text, start, out int width) == Kind.Space)
                length = width;
            else
                yield return text.Substring(start, length);
            start += length;
        }
    }

    private static int FixedLength(string text, int start) =>
        Fixed.FirstOrDefault(word => start + word.Length <= text.Length && Matches(text, start, word))?.Length ?? 0;

    private static bool Matches(string text, int start, string word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            // The expression ignores case, and in Unicode the long s is an s.
            char c = text[start + i];
            if (char.ToLowerInvariant(c) != word[i] && !(c == 'ſ' && word[i] == 's'))
                return false;
        }

        return true;
    }

    private static int RunLength(string text, int start)
    {
        Kind kind = KindAt(text, start, out int width);
        int end = start + width;
        if (kind == Kind.Digit)
            return width;
        while (end < text.Length && KindAt(text, end, out width) == kind)
            end += width;
        return end - start;
    }

    private static Kind KindAt(string text, int index, out int width)
    {
        Rune.DecodeFromUtf16(text.AsSpan(index), out Rune rune, out width);

        // Regardless of case the combining iota U+0345 is a letter's small form, so "no letter" fails on it; yet it is no
        // letter itself: the original's expression passes over it, and so must this.
        if (rune.Value == 0x345)
            return Kind.Space;
        return PythonText.IsWhiteSpace(rune.Value) ? Kind.Space : Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Kind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Digit,
            _ => Kind.Other,
        };
    }

    private enum Kind
    {
        Space,
        Letter,
        Digit,
        Other,
    }
}
