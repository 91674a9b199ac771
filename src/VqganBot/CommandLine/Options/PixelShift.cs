using System.Globalization;

namespace VqganBot.CommandLine.Options;

/// <summary>Pixels to the right and downwards, written "2,-1".</summary>
internal readonly record struct PixelShift(double X, double Y)
{
    public static bool TryParse(string text, out PixelShift shift)
    {
        shift = default;
        var parts = text.Split(',');
        if (parts.Length != 2 || !TryRead(parts[0], out var x) || !TryRead(parts[1], out var y)) return false;
        shift = new PixelShift(x, y);
        return true;
    }

    private static bool TryRead(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
