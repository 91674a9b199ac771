using System.Text;

namespace VqganBot.CommandLine.Models;

/// <summary>Text out of a foreign file on one line, without characters that would drive a terminal.</summary>
internal static class Printable
{
    public static string Line(string text, int longest = 200)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= longest) return line.Append('…').ToString();
            line.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return line.ToString();
    }
}
