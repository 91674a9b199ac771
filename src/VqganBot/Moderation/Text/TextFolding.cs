using System.Globalization;
using System.Text;

namespace VqganBot.Moderation;

/// <summary>
/// Brings text to the letters a reader sees: lower case, without accents, invisible characters and fancy alphabets, other
/// alphabets' look-alikes as Latin. Terms and prompts go through the same, so nothing is lost where it folds too much.
/// </summary>
internal static class TextFolding
{
    private const string Resource = "moderation/folds.txt";

    private static readonly Dictionary<int, string> Folds = ReadFolds();

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Half a surrogate pair comes out as U+FFFD, a separator.
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune)) continue;
            foreach (var letter in Folds.GetValueOrDefault(rune.Value) ?? EnclosedLetter(rune) ?? Rune.ToLowerInvariant(rune).ToString())
            {
                if (LookAlikes.Of(letter) is { } latin)
                    folded.Append(latin);
                else
                    folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>Zero-width and direction characters, soft hyphens, tags, variation selectors, and accents that sit on any letter.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark
        || rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x483 and <= 0x487) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF)
            or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFE20 and <= 0xFE2F)
            // Letters that draw nothing: Hangul fillers, and the combining grapheme joiner is among the accents above.
            or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>🅐, 🅰 and 🇦, which Unicode does not decompose.</summary>
    private static string? EnclosedLetter(Rune rune) => rune.Value switch
    {
        >= 0x1F150 and <= 0x1F169 => Letter(rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => Letter(rune.Value - 0x1F170),
        >= 0x1F1E6 and <= 0x1F1FF => Letter(rune.Value - 0x1F1E6),
        _ => null,
    };

    private static string Letter(int index) => ((char)('a' + index)).ToString();

    private static Dictionary<int, string> ReadFolds()
    {
        using var reader = new StreamReader(typeof(TextFolding).Assembly.GetManifestResourceStream(Resource)!);
        var folds = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var rune in line.AsSpan(space + 1).EnumerateRunes())
                folds[rune.Value] = line[..space];
        }

        return folds;
    }
}
