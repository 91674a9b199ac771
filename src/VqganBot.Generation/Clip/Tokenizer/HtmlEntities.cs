using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VqganBot.Generation.Clip;

/// <summary>HTML 5 character references as Python's <c>html.unescape</c> reads them, with or without a semicolon.</summary>
internal static partial class HtmlEntities
{
    private static readonly Dictionary<string, string> Named = [];
    private static readonly Dictionary<string, string> Shouted = [];

    static HtmlEntities()
    {
        foreach (string line in TokenizerData.Lines("entities.txt"))
        {
            string[] fields = line.Split(' ');
            string text = TokenizerData.Text(fields.AsSpan(1));
            if (fields[0].StartsWith('+'))
                Shouted[fields[0][1..]] = text;
            else
                Named[fields[0]] = text;
        }
    }

    /// <summary>Everything that HTML would read as a character reference.</summary>
    public static string Unescape(string text) => !text.Contains('&') ? text : Reference().Replace(text, match =>
    {
        string name = match.Groups[1].Value;
        return name[0] == '#' ? Numbered(name) : Longest(name);
    });

    /// <summary>Only what can hardly be meant otherwise: ended by a semicolon; names in capitals count too.</summary>
    public static string UnescapeCertain(string text) => !text.Contains('&') ? text : CertainReference().Replace(text, match =>
    {
        string name = match.Value[1..];
        if (Named.TryGetValue(name, out string? named) || Shouted.TryGetValue(name, out named))
            return named;
        if (name[0] != '#')
            return match.Value;

        // "&#12x;" is decoded in part only, and then the semicolon shows that it was no reference.
        string decoded = Unescape(match.Value);
        return decoded.Contains(';') ? match.Value : decoded;
    });

    private static string Longest(string name)
    {
        for (int length = name.Length; length > 1; length--)
        {
            if (Named.TryGetValue(name[..length], out string? text))
                return text + name[length..];
        }

        return "&" + name;
    }

    private static string Numbered(string reference)
    {
        bool isHex = reference[1] is 'x' or 'X';
        string digits = reference[(isHex ? 2 : 1)..].TrimEnd(';').TrimStart('0');
        if (digits.Length > 8)
            return "\uFFFD";
        int code = digits.Length == 0 ? 0 : (int)Math.Min(int.MaxValue, isHex
            ? long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : long.Parse(digits, CultureInfo.InvariantCulture));
        // HTML 5, section 13.2.5.80: these numbers mean the Windows-1252 character of that byte.
        if (code is >= 0x80 and <= 0x9F)
            return Windows1252.Character((byte)code).ToString();
        if (code == 0 || !Rune.IsValid(code))
            return "\uFFFD";
        return IsForbidden(code) ? "" : new Rune(code).ToString();
    }

    private static bool IsForbidden(int code) =>
        code is (>= 0x1 and <= 0x8) or 0xB or (>= 0xE and <= 0x1F) or 0x7F or (>= 0xFDD0 and <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;

    [GeneratedRegex(@"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")]
    private static partial Regex Reference();

    [GeneratedRegex("&#?[0-9A-Za-z]{1,24};")]
    private static partial Regex CertainReference();
}
