using System.Globalization;

namespace VqganBot.Generation.Synthesis;

/// <summary>A colour of 8-bit sRGB, by a common name or as <c>#rgb</c> or <c>#rrggbb</c>.</summary>
public readonly record struct Colour(byte R, byte G, byte B)
{
    // CSS's values, but for green and purple, which CSS has darker than people mean by them.
    private static readonly Dictionary<string, Colour> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = new(0, 0, 0), ["white"] = new(255, 255, 255), ["grey"] = new(128, 128, 128), ["gray"] = new(128, 128, 128), ["silver"] = new(192, 192, 192),
        ["red"] = new(255, 0, 0), ["crimson"] = new(220, 20, 60), ["maroon"] = new(128, 0, 0), ["orange"] = new(255, 165, 0), ["gold"] = new(255, 215, 0),
        ["yellow"] = new(255, 255, 0), ["olive"] = new(128, 128, 0), ["lime"] = new(0, 255, 0), ["green"] = new(0, 160, 0), ["teal"] = new(0, 128, 128),
        ["cyan"] = new(0, 255, 255), ["turquoise"] = new(64, 224, 208), ["skyblue"] = new(135, 206, 235), ["blue"] = new(0, 0, 255), ["navy"] = new(0, 0, 128),
        ["purple"] = new(144, 0, 176), ["violet"] = new(238, 130, 238), ["magenta"] = new(255, 0, 255), ["pink"] = new(255, 192, 203),
        ["brown"] = new(165, 42, 42), ["tan"] = new(210, 180, 140), ["beige"] = new(245, 245, 220),
    };

    /// <exception cref="PaintingRequestException">It is neither a known name nor a number of three or six hexadecimal digits.</exception>
    public static Colour Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string word = text.Trim();
        if (Names.TryGetValue(word.Replace(" ", "", StringComparison.Ordinal), out Colour named))
            return named;

        string digits = word.TrimStart('#');
        if (digits.Length == 3)
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        return digits.Length == 6 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint rgb)
            ? new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : throw new PaintingRequestException($"'{word}' is no colour; write it as #ff8800 or by one of these names: {string.Join(", ", Names.Keys)}.");
    }

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    /// <value>Red, green and blue from 0 to 1.</value>
    internal float[] Shares() => [R / 255f, G / 255f, B / 255f];
}
