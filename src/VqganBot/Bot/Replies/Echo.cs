using System.Globalization;
using System.Text;

namespace VqganBot.Bot.Replies;

/// <summary>What people typed, made fit to be shown again: one line, shortened, without power over the message around it.</summary>
internal static class Echo
{
    private const string Markdown = @"\*_~`|<>[]";

    /// <summary>For the content of a message: cannot format, link or mention.</summary>
    /// <param name="most">Characters that are read; escapes come on top and at most double them.</param>
    public static string Prompt(string text, int most = 300) => Escape(Plain(text, most));

    /// <summary>For places without markup, such as alt text and names of choices.</summary>
    /// <param name="most">Characters, the ellipsis among them.</param>
    public static string Plain(string text, int most)
    {
        var line = OneLine(text, most);
        if (line.Length <= most) return line;

        // Never inside a letter with its accents or an emoji of several parts.
        var length = 0;
        while (StringInfo.GetNextTextElementLength(line, length) is var next && length + next <= most - 1)
            length += next;
        return line[..length].TrimEnd() + "…";
    }

    // Stops soon after what will be shown: a prompt may be very long.
    private static string OneLine(string text, int most)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length > most + 1) break;
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (IsShown(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    // Format characters can turn the reading direction of all that follows; the two joiners only shape letters and emoji.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var letter = line[i];
            var opensBlock = i == 0 && letter is '#' or '-' or '+';
            var opensLink = letter == ':' && line.AsSpan(i + 1).StartsWith("//");
            if (opensBlock || opensLink || Markdown.Contains(letter))
                escaped.Append('\\');
            escaped.Append(letter);
            // A space of no width: neither @everyone nor a name is recognised, and it reads the same.
            if (letter == '@') escaped.Append('\u200B');
        }

        return escaped.ToString();
    }
}
