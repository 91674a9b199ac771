using System.Text;

namespace VqganBot.Bot.Admin;

/// <summary>Lists that stay within one message.</summary>
internal static class AnswerText
{
    // Discord takes 2000; the rest is for the line that says how much was left out.
    private const int Most = 1900;

    public static string Lines(string title, IEnumerable<string> lines)
    {
        var text = new StringBuilder(title);
        var leftOut = 0;
        foreach (var line in lines)
        {
            if (leftOut > 0 || text.Length + line.Length + 1 > Most)
                leftOut++;
            else
                text.Append('\n').Append(line);
        }

        if (leftOut > 0) text.Append($"\n-# and {leftOut} more");
        return text.ToString();
    }
}
