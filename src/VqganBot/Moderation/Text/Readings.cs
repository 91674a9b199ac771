using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VqganBot.Moderation;

/// <summary>
/// The ways in which a text may be meant, each as words: as it stands, with leetspeak read as letters (<c>1</c> is an i or an
/// l), and each of these with words put together that were pulled apart (<c>w.o-r_d</c>, <c>w o r d</c>).
/// </summary>
internal static partial class Readings
{
    private const string LeetSymbols = "@$!|€£";

    /// <param name="folded">What <see cref="TextFolding"/> made of the text.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string folded)
    {
        string[] meanings = [folded, Leet(folded, 'i'), Leet(folded, 'l')];
        return [.. meanings.Distinct().SelectMany(meaning => new[] { Words(meaning), Together(meaning) })];
    }

    /// <summary>The reading of a term: what was typed as leetspeak is meant as such.</summary>
    public static IReadOnlyList<string> OfTerm(string folded) => Words(Leet(folded, 'i'));

    public static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            // The halves of letters beyond the first 65,536, which are rarer than the emoji there: those separate nothing.
            or UnicodeCategory.Surrogate;

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && IsWordCharacter(text[end])) end++;
            if (end > start) words.Add(text[start..end]);
        }

        return words;
    }

    private static List<string> Together(string text)
    {
        var words = Words(MarkInWord().Replace(text, ""));
        var together = new List<string>();
        for (int start = 0, end; start < words.Count; start = end)
        {
            end = start;
            while (end < words.Count && words[end].Length == 1) end++;
            if (end - start >= 3)
            {
                together.Add(string.Concat(words[start..end]));
            }
            else
            {
                end = start + 1;
                together.Add(words[start]);
            }
        }

        return together;
    }

    // Only beside letters: 455 is a number, a55 is not.
    private static string Leet(string text, char one)
    {
        var read = new StringBuilder(text);
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && IsLeet(text, end)) end++;
            if (!text.AsSpan(start, end - start).ContainsAnyExcept("0123456789" + LeetSymbols)) continue;
            for (var i = start; i < end; i++)
                read[i] = Letter(text[i], one);
        }

        return read.ToString();
    }

    // An exclamation mark or a bar at a word's end is just that.
    private static bool IsLeet(string text, int index) => text[index] is '!' or '|'
        ? index + 1 < text.Length && IsWordCharacter(text[index + 1])
        : IsWordCharacter(text[index]) || LeetSymbols.Contains(text[index]);

    private static char Letter(char symbol, char one) => symbol switch
    {
        '0' => 'o',
        '1' or '|' => one,
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        '!' => 'i',
        '£' => 'l',
        _ => symbol,
    };

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}])[-_.'’*~·•+]+(?=[\p{L}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex MarkInWord();
}
