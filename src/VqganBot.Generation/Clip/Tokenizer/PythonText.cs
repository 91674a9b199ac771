using System.Globalization;
using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>Three habits of Python's strings in which .NET's differ: white space, lower case, and the final sigma.</summary>
internal static class PythonText
{
    /// <summary>What <c>\s</c> matches and <c>str.strip</c> removes; unlike .NET it includes the separators U+001C to U+001F.</summary>
    public static bool IsWhiteSpace(int codePoint) =>
        codePoint <= char.MaxValue && (char.IsWhiteSpace((char)codePoint) || codePoint is >= 0x1C and <= 0x1F);

    /// <summary>Each run of white space becomes one space, none at the ends.</summary>
    public static string CollapseWhiteSpace(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        bool pending = false;
        foreach (char c in text)
        {
            if (IsWhiteSpace(c))
            {
                pending = collapsed.Length > 0;
                continue;
            }

            if (pending)
                collapsed.Append(' ');
            pending = false;
            collapsed.Append(c);
        }

        return collapsed.ToString();
    }

    /// <summary>The full mapping to lower case (Unicode Standard, section 3.13): "İ" becomes two code points, a last "Σ" becomes "ς".</summary>
    public static string Lower(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var lower = new StringBuilder(text.Length);
        Rune[] runes = [.. text.EnumerateRunes()];
        for (int i = 0; i < runes.Length; i++)
        {
            lower.Append(runes[i].Value switch
            {
                'İ' => "i\u0307",
                'Σ' => IsFinal(runes, i) ? "ς" : "σ",
                _ => Rune.ToLowerInvariant(runes[i]).ToString(),
            });
        }

        return lower.ToString();
    }

    /// <summary>A letter stands before the sigma and none after it; marks, apostrophes and the like are looked through.</summary>
    private static bool IsFinal(Rune[] runes, int index)
    {
        int before = index - 1;
        while (before >= 0 && IsCaseIgnorable(runes[before]))
            before--;
        int after = index + 1;
        while (after < runes.Length && IsCaseIgnorable(runes[after]))
            after++;
        return before >= 0 && IsCased(runes[before]) && !(after < runes.Length && IsCased(runes[after]));
    }

    private static bool IsCaseIgnorable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || (rune.IsBmp && "'.:·\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A".Contains((char)rune.Value));

    private static bool IsCased(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || rune.Value is 0xAA or 0xBA or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}
