namespace VqganBot.Generation.Clip;

/// <summary>Windows-1252, with the five bytes it leaves open standing for the control characters of the same number.</summary>
internal static class Windows1252
{
    private const string From80 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static char Character(byte value) => value is >= 0x80 and <= 0x9F ? From80[value - 0x80] : (char)value;

    /// <summary>The byte which stands for <paramref name="character"/>, or -1. Latin-1's control characters count as theirs.</summary>
    public static int Byte(char character)
    {
        if (character <= 0xFF)
            return character;
        int index = From80.IndexOf(character);
        return index < 0 ? -1 : 0x80 + index;
    }
}
