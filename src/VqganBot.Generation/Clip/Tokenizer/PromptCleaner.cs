using System.Text;
using System.Text.RegularExpressions;

namespace VqganBot.Generation.Clip;

/// <summary>
/// The clean-up before CLIP's tokenizer (openai/CLIP d05afc4, clip/simple_tokenizer.py: basic_clean, whitespace_clean,
/// lower), with the fixes of its ftfy step that matter for prompts.
/// </summary>
internal static partial class PromptCleaner
{
    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['Ĳ'] = "IJ", ['ĳ'] = "ij", ['ŉ'] = "ʼn",
        ['Ǳ'] = "DZ", ['ǲ'] = "Dz", ['ǳ'] = "dz", ['Ǆ'] = "DŽ", ['ǅ'] = "Dž", ['ǆ'] = "dž",
        ['Ǉ'] = "LJ", ['ǈ'] = "Lj", ['ǉ'] = "lj", ['Ǌ'] = "NJ", ['ǋ'] = "Nj", ['ǌ'] = "nj",
        ['ﬀ'] = "ff", ['ﬁ'] = "fi", ['ﬂ'] = "fl", ['ﬃ'] = "ffi", ['ﬄ'] = "ffl", ['ﬅ'] = "ſt", ['ﬆ'] = "st",
    };

    public static string Clean(string text)
    {
        string repaired = Repair(text);
        string unescaped = HtmlEntities.Unescape(HtmlEntities.Unescape(repaired));
        return PythonText.Lower(PythonText.CollapseWhiteSpace(unescaped));
    }

    /// <summary>The fixes, line by line; a line with a "&lt;" is taken for markup, and entities are left alone from there on.</summary>
    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        bool unescape = true;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            string line = end == 0 ? text[start..] : text[start..end];
            unescape = unescape && !line.Contains('<');
            repaired.Append(RepairLine(line, unescape));
            start += line.Length;
        }

        return repaired.ToString();
    }

    /// <summary>One fix can lay bare the next ("&amp;amp;eacute;"), so they go round until nothing changes; each only takes away.</summary>
    private static string RepairLine(string line, bool unescape)
    {
        // Printable ASCII without an entity is what nearly every prompt is, and no fix touches it.
        while (line.Any(c => c is < ' ' or > '~' or '&'))
        {
            string before = line;
            if (unescape)
                line = HtmlEntities.UnescapeCertain(line);
            line = ReplaceCharacters(MojibakeRepair.Repair(line));
            line = line.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n');
            line = RemoveControls(TerminalEscape().Replace(line, ""));
            line = UnicodeComposer.Compose(line);
            if (line == before)
                break;
        }

        return line;
    }

    private static string ReplaceCharacters(string line)
    {
        var replaced = new StringBuilder(line.Length);
        foreach (Rune rune in line.EnumerateRunes()) // a lone surrogate comes out as U+FFFD, as it should
        {
            if (!rune.IsBmp)
                replaced.Append(rune.ToString());
            else
                replaced.Append(Replacement((char)rune.Value) ?? rune.ToString());
        }

        return replaced.ToString();
    }

    private static string? Replacement(char character) => character switch
    {
        >= '\u0080' and <= '\u009F' => Windows1252.Character((byte)character).ToString(),
        '\u02BC' or (>= '\u2018' and <= '\u201B') => "'",
        >= '\u201C' and <= '\u201F' => "\"",
        _ => Ligatures.GetValueOrDefault(character) ?? UnicodeTables.OrdinaryWidth(character),
    };

    private static string RemoveControls(string line) => new([.. line.Where(c => !IsUnwanted(c))]);

    private static bool IsUnwanted(char c) =>
        c is <= '\u0008' or '\u000B' or (>= '\u000E' and <= '\u001F') or '\u007F'
            or (>= '\u206A' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFC');

    [GeneratedRegex(@"\x1B\[[\d;]*[a-zA-Z]")]
    private static partial Regex TerminalEscape();
}
