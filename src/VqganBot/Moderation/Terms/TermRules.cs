using System.Text.RegularExpressions;

namespace VqganBot.Moderation;

/// <summary>What may become a blocked term.</summary>
internal static class TermRules
{
    public const int LongestTerm = 200;

    private const string Harmless = "a quiet lake at dawn";

    // Matching without backtracking takes time in proportion to the text, whatever the pattern; this is for a machine that stands still.
    private static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(250);

    /// <exception cref="FormatException">It cannot be; the message says why, in words for whoever typed it.</exception>
    public static void Require(BlockedTerm term)
    {
        if (term.Text.Length > LongestTerm)
            throw new FormatException($"A term has at most {LongestTerm} characters, this one has {term.Text.Length}.");
        if (!term.IsRegex)
        {
            if (string.Concat(Readings.OfTerm(TextFolding.Fold(term.Text))).Length < 2)
                throw new FormatException("A term has at least two letters or digits.");
            return;
        }

        var pattern = Compile(term.Text);
        if (pattern.IsMatch("") || pattern.IsMatch(Harmless))
            throw new FormatException($"This pattern would refuse even “{Harmless}”. Make it narrower.");
    }

    /// <exception cref="FormatException">It is no pattern, or one that could take forever.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime);
        }
        catch (RegexParseException exception)
        {
            throw new FormatException($"This is no regular expression: {exception.Message}", exception);
        }
        catch (NotSupportedException exception)
        {
            throw new FormatException("This pattern cannot be matched in bounded time. Leave out look-aheads, back references and large repetitions.", exception);
        }
    }
}
