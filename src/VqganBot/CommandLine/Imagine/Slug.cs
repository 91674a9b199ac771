using System.Text;

namespace VqganBot.CommandLine.Imagine;

/// <summary>A file name that still reads like the prompt: "Chicken surf!" gives "chicken-surf".</summary>
internal static class Slug
{
    private const int LongestRunes = 48;

    public static string From(string? prompt)
    {
        var slug = new StringBuilder();
        var runes = 0;
        var pendingDash = false;
        foreach (var rune in (prompt ?? "").EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                // An apostrophe joins: "don't" stays one word.
                pendingDash |= slug.Length > 0 && rune.Value is not ('\'' or '’');
                // A long prompt ends at a word, not within one.
                if (pendingDash && runes >= LongestRunes - 8) break;
                continue;
            }

            if (runes + (pendingDash ? 2 : 1) > LongestRunes) break;
            if (pendingDash)
            {
                slug.Append('-');
                runes++;
            }

            slug.Append(Rune.ToLowerInvariant(rune).ToString());
            runes++;
            pendingDash = false;
        }

        return slug.Length > 0 ? slug.ToString() : "picture";
    }
}
