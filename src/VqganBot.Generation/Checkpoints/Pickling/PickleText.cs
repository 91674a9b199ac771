using System.Globalization;
using System.Text;

namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>The escapes of the text opcodes of protocol 0 (Python's string literals and raw-unicode-escape).</summary>
internal static class PickleText
{
    /// <summary>Decodes the quoted literal of the opcode STRING; null where it is no literal.</summary>
    public static string? Literal(string line)
    {
        var quoted = line.Trim();
        if (quoted.Length < 2 || quoted[0] != quoted[^1] || quoted[0] is not ('\'' or '"'))
            return null;
        var text = new StringBuilder();
        for (var index = 1; index < quoted.Length - 1; index++)
        {
            if (quoted[index] != '\\')
            {
                text.Append(quoted[index]);
                continue;
            }

            index++;
            if (index >= quoted.Length - 1)
                return null;
            if (quoted[index] == 'x')
            {
                if (index + 2 >= quoted.Length - 1 || Hexadecimal(quoted.AsSpan(index + 1, 2)) is not { } code)
                    return null;
                text.Append((char)code);
                index += 2;
                continue;
            }

            text.Append(quoted[index] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }

        return text.ToString();
    }

    /// <summary>Decodes the line of the opcode UNICODE, where only \uXXXX and \UXXXXXXXX are escapes; null for a broken one.</summary>
    public static string? RawUnicodeEscape(string line)
    {
        var text = new StringBuilder();
        for (var index = 0; index < line.Length; index++)
        {
            var digits = line[index] != '\\' || index + 1 == line.Length ? 0 : line[index + 1] switch { 'u' => 4, 'U' => 8, _ => 0 };
            if (digits == 0)
            {
                text.Append(line[index]);
                continue;
            }

            if (index + 2 + digits > line.Length || Hexadecimal(line.AsSpan(index + 2, digits)) is not { } code)
                return null;
            if (digits == 4)
                text.Append((char)code);
            else if (Rune.TryCreate(code, out var rune))
                text.Append(rune.ToString());
            else
                return null;
            index += 1 + digits;
        }

        return text.ToString();
    }

    private static int? Hexadecimal(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
