using System.Globalization;

namespace VqganBot.CommandLine.Options;

/// <summary>Width and height in pixels, written "128x96".</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    public static bool TryParse(string text, out PictureSize size)
    {
        size = default;
        var parts = text.Trim().Split(['x', 'X', '×', '*']);
        if (parts.Length != 2 || !TryRead(parts[0], out var width) || !TryRead(parts[1], out var height)) return false;
        size = new PictureSize(width, height);
        return true;
    }

    public override string ToString() => $"{Width}x{Height}";

    private static bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value)
        && value > 0;
}
